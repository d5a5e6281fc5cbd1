package org.slipway.planning;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;

/** The room without its HTTP. */
@TestConfiguration(proxyBeanMethods = false)
@Import({Activities.class, BackoutPlans.class, Roles.class, Planners.class, PlanKeeper.class})
class PlanningRoom {}
