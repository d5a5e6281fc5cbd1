package org.slipway.process.access;

import org.camunda.bpm.engine.ManagementService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lays groups, grants, filters and the first administrator before the first request is served. Several nodes may start
 * at once: one works, the others wait for its row lock and find everything done.
 */
@Component
class InitialAccess implements SmartInitializingSingleton {

    private static final String STATE = "slipway.access";

    /** Raised when groups, grants or filters are added to the standard ones. */
    private static final String CURRENT = "2";

    /** Auditors could not read everything yet. */
    private static final String FIRST = "1";

    private final PlatformTransactionManager transactions;
    private final JdbcTemplate jdbc;
    private final ManagementService management;
    private final StandardGroups groups;
    private final StandardGrants grants;
    private final StandardFilters filters;
    private final ObjectProvider<DemoPeople> demoPeople;
    private final FirstAdministrator administrator;

    InitialAccess(
            PlatformTransactionManager transactions,
            JdbcTemplate jdbc,
            ManagementService management,
            StandardGroups groups,
            StandardGrants grants,
            StandardFilters filters,
            ObjectProvider<DemoPeople> demoPeople,
            FirstAdministrator administrator) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.management = management;
        this.groups = groups;
        this.grants = grants;
        this.filters = filters;
        this.demoPeople = demoPeople;
        this.administrator = administrator;
    }

    @Override
    public void afterSingletonsInstantiated() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jdbc.queryForList("select NAME_ from ACT_GE_PROPERTY where NAME_ = 'startup.lock' for update");
            // Once only: what an administrator has taken away must not come back with the next start.
            String state = management.getProperties().get(STATE);
            if (FIRST.equals(state)) {
                grants.completeAuditing();
                management.setProperty(STATE, CURRENT);
            } else if (!CURRENT.equals(state)) {
                groups.create();
                grants.create();
                filters.create();
                management.setProperty(STATE, CURRENT);
            }
            demoPeople.ifAvailable(DemoPeople::create);
            administrator.create();
        });
    }
}
