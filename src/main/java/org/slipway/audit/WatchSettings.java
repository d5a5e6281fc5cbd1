package org.slipway.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the journal's keeping is worth waking somebody.
 *
 * @param sealing how long what was committed may wait to be sealed
 * @param anchors how long the head of the chain may wait until it is taken where it is to go
 */
@ConfigurationProperties("slipway.audit.watch")
record WatchSettings(
        @DefaultValue("5m") Duration sealing,
        @DefaultValue("1h") Duration anchors) {}
