package org.slipway.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slipway.process.flow.KeptRuns;
import org.slipway.release.HistoryLine;

/**
 * What the journal consists of, in the order in which it is read, exported and verified: people, anchors, then each seal and
 * behind it what it stands for, then what is not sealed yet, what was kept of processes, and where everything ends.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @Type(name = "person", value = JournalLine.Of.Person.class),
    @Type(name = "anchor", value = JournalLine.Of.Anchor.class),
    @Type(name = "seal", value = JournalLine.Of.Sealed.class),
    @Type(name = "occurrence", value = JournalLine.Of.Occurrence.class),
    @Type(name = "entry", value = JournalLine.Of.Entry.class),
    @Type(name = "kept", value = JournalLine.Of.Kept.class),
    @Type(name = "release", value = JournalLine.Of.Release.class),
    @Type(name = "end", value = JournalLine.Of.End.class),
})
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface JournalLine {

    /** The kinds of lines. */
    final class Of {

        private Of() {}

        /** @param salt with it anybody can tell that the digest stands for this name; none once the person was erased */
        record Person(String person, @Nullable String salt, String digest) implements JournalLine {}

        /** What somebody outside knows of the chain: that the seal at this position had this hash. */
        record Anchor(long position, String hash, Instant at) implements JournalLine {}

        record Sealed(@JsonUnwrapped Seal seal) implements JournalLine {}

        record Occurrence(@JsonUnwrapped HistoryLine line) implements JournalLine {}

        record Entry(@JsonUnwrapped JournalEntry entry) implements JournalLine {}

        /** @param id of a run of a release's process, or of a model @param sha256 of what is kept of it */
        record Kept(String id, @Nullable String release, String sha256) implements JournalLine {

            static Kept of(KeptRuns.Hashed hashed) {
                return new Kept(hashed.id(), hashed.release(), hashed.sha256());
            }
        }

        /** What the record of a release says of its history: how many lines, and the hash of the last. */
        record Release(String number, int lines, @Nullable String lastHash) implements JournalLine {}

        /** Where the chain of seals ends, and how many lines and entries the tables hold. */
        record End(long position, String hash, long lines, long entries) implements JournalLine {}
    }
}
