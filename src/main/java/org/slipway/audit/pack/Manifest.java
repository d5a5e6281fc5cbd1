package org.slipway.audit.pack;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slipway.audit.ReleaseJournal;

/**
 * What a pack says of itself; everything in it is named here, but for this file and its signature.
 *
 * @param open       whether the release goes on, so that there will be more to tell
 * @param asOf       the moment of which everything tells
 * @param signed     whether {@code manifest.sig} is there
 * @param keyId      SHA-256 of the DER encoding of {@code public-key.pem}; none of an unsigned pack
 * @param algorithm  of the signature
 * @param journal    whether the installation itself found the journal of this release whole when it made the pack; packs of older ones do
 *     not say
 * @param notes      what is missing or different from what one would expect
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Manifest(
        String format,
        String release,
        String status,
        boolean open,
        Instant asOf,
        String madeBy,
        String application,
        String version,
        boolean signed,
        @Nullable String keyId,
        @Nullable String algorithm,
        Chain chain,
        ReleaseJournal.@Nullable Verdict journal,
        List<String> notes,
        List<PackFile.Entry> files) {

    static final String FORMAT = "slipway-audit-pack/1";
    static final String NAME = "manifest.json";
    static final String SIGNATURE = "manifest.sig";
    static final String PUBLIC_KEY = "public-key.pem";
    static final String JOURNAL = "journal.jsonl";
    static final String CHAIN = "chain.jsonl";

    /**
     * The newest seal of the journal when the pack was made.
     *
     * @param unbroken whether {@code chain.jsonl} holds every seal from the release's first one to that one
     */
    record Chain(long position, String hash, boolean unbroken) {}
}
