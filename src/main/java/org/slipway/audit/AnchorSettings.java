package org.slipway.audit;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the heads of the chain are said, besides the log.
 *
 * @param file    one JSON object per line is appended; best on a medium that is written once
 * @param webhook each is posted there as a JSON object; any answer of 2xx takes it over
 */
@ConfigurationProperties("slipway.audit.anchor")
record AnchorSettings(@Nullable Path file, @Nullable URI webhook) {}
