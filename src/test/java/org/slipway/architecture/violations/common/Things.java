package org.slipway.architecture.violations.common;

import org.slipway.architecture.violations.Violates;

@Violates("PACKAGES_ARE_NAMED_AFTER_THE_DOMAIN")
class Things {}
