package org.slipway.process.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The accounts of the engine's identity service, as a login needs them: whether the password is right, and the person's
 * groups, in one statement. The engine's own check would ask for the groups apart from it, and count attempts in the
 * user's row, where requests at the same time get into each other's way.
 */
@Component
public class Accounts {

    private static final String SELECT = """
            select u.PWD_ hash, u.SALT_ salt, m.GROUP_ID_ member_of
              from ACT_ID_USER u
              left join ACT_ID_MEMBERSHIP m on m.USER_ID_ = u.ID_
             where u.ID_ = :person
             order by m.GROUP_ID_
            """;

    private record Row(
            @Nullable String hash,
            @Nullable String salt,
            @Nullable String memberOf) {}

    private final JdbcClient jdbc;
    private final PasswordManager passwords;

    Accounts(JdbcClient jdbc, ProcessEngine engine) {
        this.jdbc = jdbc;
        this.passwords = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getPasswordManager();
    }

    /** The groups of the person; nothing when there is no such person, or the password is another one. */
    public Optional<Set<String>> groups(String person, String password) {
        List<Row> rows =
                jdbc.sql(SELECT).param("person", person).query(Row.class).list();
        if (rows.isEmpty() || !isRight(password, rows.get(0))) {
            return Optional.empty();
        }
        Set<String> groups = new LinkedHashSet<>();
        for (Row row : rows) {
            if (row.memberOf() != null) {
                groups.add(row.memberOf());
            }
        }
        return Optional.of(groups);
    }

    private boolean isRight(String password, Row account) {
        return account.hash() != null
                && passwords.check(EncryptionUtil.saltPassword(password, account.salt()), account.hash());
    }
}
