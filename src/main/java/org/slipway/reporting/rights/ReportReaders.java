package org.slipway.reporting.rights;

import org.slipway.access.Operation;
import org.slipway.access.Rights;
import org.springframework.stereotype.Component;

/** Who may read these reports: who audits, and who grants rights. */
@Component
class ReportReaders {

    private final Rights rights;

    ReportReaders(Rights rights) {
        this.rights = rights;
    }

    void require() {
        if (!rights.mayI(Operation.MANAGE_RIGHTS, Rights.ANY_MODEL)) {
            rights.require(Operation.AUDIT);
        }
    }
}
