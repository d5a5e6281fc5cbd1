package org.slipway.reporting;

import java.sql.DatabaseMetaData;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slipway.access.CurrentUser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/** Turns questions into conditions, for the person who asks and the database that is asked. */
@Component
class Asking {

    private final CurrentUser currentUser;
    private final JdbcClient jdbc;
    private final boolean postgreSql;

    Asking(CurrentUser currentUser, JdbcClient jdbc, DataSource database) throws MetaDataAccessException {
        this.currentUser = currentUser;
        this.jdbc = jdbc;
        this.postgreSql = "PostgreSQL"
                .equals(JdbcUtils.extractDatabaseMetaData(database, DatabaseMetaData::getDatabaseProductName));
    }

    boolean isPostgreSql() {
        return postgreSql;
    }

    ReleaseConditions conditions(ReleaseQuestion question, Instant now) {
        ReleaseConditions conditions =
                new ReleaseConditions(question, currentUser.id(), currentUser.groups(), now, postgreSql);
        ofModels("portfolio_key", "portfolio", question.portfolio(), conditions);
        ofModels("category", "category", question.category(), conditions);
        return conditions;
    }

    /** Names the models: only of those PostgreSQL knows whether many releases have them, and in which way to look for them. */
    private void ofModels(String column, String name, @Nullable String wanted, ReleaseConditions conditions) {
        if (wanted != null) {
            List<String> models = jdbc.sql("select model_key from portfolio_model where " + column + " = :wanted")
                    .param("wanted", wanted)
                    .query(String.class)
                    .list();
            conditions.and("r.model in (:" + name + ")", name, models.isEmpty() ? List.of("-") : models);
        }
    }
}
