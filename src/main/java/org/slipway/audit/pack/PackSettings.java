package org.slipway.audit.pack;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param keyFile      PEM with a private key and its public key; packs are unsigned without one
 * @param maxDocuments how large the documents in one pack may be together; what exceeds it is named but left out
 * @param maxSeals     how long the way from the release's first seal to the head may be; of a longer one only the release's
 *                     own seals are in the pack
 */
@ConfigurationProperties("slipway.audit.pack")
record PackSettings(
        @Nullable Path keyFile,
        @DefaultValue("1GB") DataSize maxDocuments,
        @DefaultValue("200000") long maxSeals) {}
