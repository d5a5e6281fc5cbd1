package org.slipway.process.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slipway.support.SlipwayTest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

@SlipwayTest
class DomainAuthorityTest {

    private final DomainAuthority authority;
    private final IdentityService identities;
    private final RuntimeService runtime;

    DomainAuthorityTest(DomainAuthority authority, IdentityService identities, RuntimeService runtime) {
        this.authority = authority;
        this.identities = identities;
        this.runtime = runtime;
    }

    @BeforeEach
    void actAsAnAuditor() {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        "auditor", null, AuthorityUtils.createAuthorityList("auditors")));
        identities.setAuthentication("auditor", List.of("auditors"));
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
        identities.clearAuthentication();
    }

    @Test
    void allowsTheEngineCallAndNothingAfterIt() {
        assertThatThrownBy(this::suspendAll).isInstanceOf(AuthorizationException.class);

        authority.run(() -> authority.run(() -> {}));
        authority.run(() -> {
            authority.run(this::suspendAll);
            suspendAll();
        });

        assertThatThrownBy(this::suspendAll).isInstanceOf(AuthorizationException.class);
    }

    @Test
    void endsWithAFailureToo() {
        assertThatThrownBy(() -> authority.run(() -> {
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThatThrownBy(this::suspendAll).isInstanceOf(AuthorizationException.class);
        assertThat(authority.<String>call(() -> "result")).isEqualTo("result");
    }

    private void suspendAll() {
        runtime.updateProcessInstanceSuspensionState()
                .byProcessDefinitionKey("none-of-this-name")
                .suspend();
    }
}
