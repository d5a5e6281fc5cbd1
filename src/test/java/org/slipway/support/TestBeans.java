package org.slipway.support;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;

@TestConfiguration(proxyBeanMethods = false)
class TestBeans {

    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock();
    }

    @Bean
    TestPeople testPeople(IdentityService identities) {
        return new TestPeople(identities);
    }

    /** Lazy, because the port is known only once the server listens. */
    @Bean
    @Lazy
    SlipwayClient slipwayClient(@Value("${local.server.port}") int port) {
        return SlipwayClient.at("http://127.0.0.1:" + port);
    }
}
