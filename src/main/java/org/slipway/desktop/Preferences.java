package org.slipway.desktop;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slipway.access.ChosenLanguages;
import org.slipway.access.CurrentUser;
import org.slipway.shared.Malformed;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How a person likes his pages: each preference is a short text under its name, and his alone. */
@Component
class Preferences implements ChosenLanguages {

    private static final String LANGUAGE = "language";

    /** Names that pages ask for, each with what it may hold. */
    private static final Map<String, Pattern> KNOWN =
            Map.of("worklist-columns", Pattern.compile("[a-z]+(,[a-z]+){0,30}"), LANGUAGE, Pattern.compile("en|es|pt"));

    private final JdbcClient jdbc;
    private final CurrentUser currentUser;

    Preferences(JdbcClient jdbc, CurrentUser currentUser) {
        this.jdbc = jdbc;
        this.currentUser = currentUser;
    }

    Optional<String> find(String name) {
        return find(currentUser.id(), name);
    }

    @Override
    public Optional<String> of(String person) {
        return find(person, LANGUAGE);
    }

    private Optional<String> find(String person, String name) {
        return jdbc.sql("select preferred from desktop_preference where person = :person and name = :name")
                .param("person", person)
                .param("name", name)
                .query(String.class)
                .optional();
    }

    /** Refuses with {@code preference-unknown} and {@code preference-malformed}. */
    @Transactional
    public void keep(String name, String value) {
        Pattern shape = KNOWN.get(name);
        if (shape == null) {
            throw new Malformed("preference-unknown", "name", name);
        }
        if (!shape.matcher(value).matches()) {
            throw new Malformed("preference-malformed", "value", name);
        }
        int changed = write(
                "update desktop_preference set preferred = :value where person = :person and name = :name",
                name,
                value);
        if (changed == 0) {
            try {
                write(
                        "insert into desktop_preference (person, name, preferred) values (:person, :name, :value)",
                        name,
                        value);
            } catch (DuplicateKeyException sameMomentInAnotherTab) {
                throw new Malformed("concurrent-change", "value");
            }
        }
    }

    /** As it is when nothing was ever preferred. */
    @Transactional
    public void forget(String name) {
        jdbc.sql("delete from desktop_preference where person = :person and name = :name")
                .param("person", currentUser.id())
                .param("name", name)
                .update();
    }

    private int write(String sql, String name, String value) {
        return jdbc.sql(sql)
                .param("person", currentUser.id())
                .param("name", name)
                .param("value", value)
                .update();
    }
}
