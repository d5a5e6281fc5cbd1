package org.slipway.process.access;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.slipway.access.Arrival;
import org.slipway.access.Arrivals;
import org.slipway.access.People;
import org.slipway.process.engine.EngineCommands;
import org.slipway.shared.NotAllowed;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps accounts for people of an identity provider, so that rights, candidates and look-ups know them as they know anybody
 * else. Their passwords here are random and told to nobody.
 */
@Component
class EngineArrivals implements Arrivals {

    private static final String SUBJECT = "oidc-subject";
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9._@-]{1,64}");
    private static final int LONGEST = 255;
    private static final int TRIES = 5;

    private final EngineCommands engine;
    private final IdentityService identities;
    private final People people;
    private final PasswordLogin passwords;
    private final TransactionTemplate transactions;
    private final SecureRandom random = new SecureRandom();

    EngineArrivals(
            EngineCommands engine,
            IdentityService identities,
            People people,
            PasswordLogin passwords,
            PlatformTransactionManager transactions) {
        this.engine = engine;
        this.identities = identities;
        this.people = people;
        this.passwords = passwords;
        this.transactions = new TransactionTemplate(transactions);
    }

    @Override
    public void welcome(Arrival arrival) {
        if (!NAME.matcher(arrival.id()).matches() || passwords.isFor(arrival.id())) {
            throw notWelcome(arrival);
        }
        for (int tried = 1; ; tried++) {
            try {
                transactions.executeWithoutResult(one -> engine.run(() -> register(arrival)));
                return;
            } catch (ProcessEngineException | DataAccessException inAnotherWindowAtTheSameTime) {
                if (tried == TRIES) {
                    throw inAnotherWindowAtTheSameTime;
                }
            }
        }
    }

    private void register(Arrival arrival) {
        User known = identities.createUserQuery().userId(arrival.id()).singleResult();
        String subject = known == null ? null : identities.getUserInfo(arrival.id(), SUBJECT);
        if (subject != null && !subject.equals(arrival.subject())) {
            throw notWelcome(arrival);
        }
        User user = known == null ? identities.newUser(arrival.id()) : known;
        if (subject == null) {
            user.setPassword(unknowable());
        }
        if (subject == null || isOutdated(user, arrival)) {
            user.setFirstName(shortened(arrival.firstName()));
            user.setLastName(shortened(arrival.lastName()));
            user.setEmail(shortened(arrival.email()));
            identities.saveUser(user);
        }
        if (subject == null) {
            identities.setUserInfo(arrival.id(), SUBJECT, arrival.subject());
        }
        join(arrival);
    }

    private void join(Arrival arrival) {
        Set<String> present = people.groupsOf(arrival.id());
        Set<String> wanted = new HashSet<>(arrival.groups());
        wanted.removeIf(group -> !people.groupExists(group));
        present.stream()
                .filter(group -> !wanted.contains(group))
                .forEach(group -> identities.deleteMembership(arrival.id(), group));
        wanted.stream()
                .filter(group -> !present.contains(group))
                .forEach(group -> identities.createMembership(arrival.id(), group));
    }

    private static boolean isOutdated(User user, Arrival arrival) {
        return !Objects.equals(user.getFirstName(), shortened(arrival.firstName()))
                || !Objects.equals(user.getLastName(), shortened(arrival.lastName()))
                || !Objects.equals(user.getEmail(), shortened(arrival.email()));
    }

    private static String shortened(@Nullable String text) {
        return text == null ? "" : text.substring(0, Math.min(text.length(), LONGEST));
    }

    /** With every kind of sign that the policy for passwords asks for. */
    private String unknowable() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return "aA1!" + Base64.getEncoder().encodeToString(bytes);
    }

    private static NotAllowed notWelcome(Arrival arrival) {
        return new NotAllowed("person-not-welcome", null, arrival.id());
    }
}
