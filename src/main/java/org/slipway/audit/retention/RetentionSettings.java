package org.slipway.audit.retention;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long entries of the journal tell what they tell.
 *
 * @param journal  changes, operations, exports, verifications, holds and erasures
 * @param readings what was read, and what was refused
 */
@ConfigurationProperties("slipway.retention")
record RetentionSettings(Period journal, Period readings) {}
