package org.slipway.reporting;

import java.sql.DatabaseMetaData;
import java.time.Instant;
import javax.sql.DataSource;
import org.slipway.access.CurrentUser;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/** Turns questions into conditions, for the person who asks and the database that is asked. */
@Component
class Asking {

    private final CurrentUser currentUser;
    private final boolean postgreSql;

    Asking(CurrentUser currentUser, DataSource database) throws MetaDataAccessException {
        this.currentUser = currentUser;
        this.postgreSql = "PostgreSQL"
                .equals(JdbcUtils.extractDatabaseMetaData(database, DatabaseMetaData::getDatabaseProductName));
    }

    boolean isPostgreSql() {
        return postgreSql;
    }

    ReleaseConditions conditions(ReleaseQuestion question, Instant now) {
        return new ReleaseConditions(question, currentUser.id(), currentUser.groups(), now, postgreSql);
    }
}
