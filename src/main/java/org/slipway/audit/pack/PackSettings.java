package org.slipway.audit.pack;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param keyFile      PEM with a private key and its public key; packs are unsigned without one
 * @param maxDocuments how large the documents in one pack may be together; what exceeds it is named but left out
 */
@ConfigurationProperties("slipway.audit.pack")
record PackSettings(
        @Nullable Path keyFile, @DefaultValue("1GB") DataSize maxDocuments) {}
