package org.slipway.release;

/** What a registration has come to after defaults and checks. */
record NewRelease(
        Subject subject,
        String model,
        String contract,
        Parties parties,
        Contact contact,
        Assessment assessment,
        Window planning,
        Window deployment,
        Notifications notifications,
        String calendar) {}
