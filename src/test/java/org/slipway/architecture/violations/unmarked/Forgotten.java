package org.slipway.architecture.violations.unmarked;

import org.slipway.architecture.violations.Violates;

@Violates("PACKAGES_ARE_NULL_MARKED")
class Forgotten {}
