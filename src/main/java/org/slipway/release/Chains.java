package org.slipway.release;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Up to where the histories of releases have been sealed, for whoever seals them. */
@Component
public class Chains {

    /**
     * Lines of a release's history that are committed and not sealed.
     *
     * @param hash of the last of them, which through its predecessors stands for all
     */
    public record Unsealed(String release, int first, int last, String hash) {}

    private final JdbcClient jdbc;

    Chains(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether there is anything to seal; asked often, and cheap. */
    public boolean isAnythingUnsealed() {
        return !jdbc.sql("select number from release_record where unsealed fetch first 1 rows only")
                .query(String.class)
                .list()
                .isEmpty();
    }

    /** Holds these releases until the transaction ends; one that a command holds now waits for the next time. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Unsealed> takeUnsealed(int most) {
        return jdbc.sql("select number, sealed_count + 1, occurrence_count, last_hash from release_record"
                        + " where unsealed order by number fetch first " + most + " rows only for update skip locked")
                .query((row, index) -> new Unsealed(row.getString(1), row.getInt(2), row.getInt(3), row.getString(4)))
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void markSealed(List<Unsealed> sealed) {
        for (Unsealed each : sealed) {
            jdbc.sql("update release_record set sealed_count = ? where number = ?")
                    .params(each.last(), each.release())
                    .update();
        }
    }
}
