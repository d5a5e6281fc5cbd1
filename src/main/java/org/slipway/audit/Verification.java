package org.slipway.audit;

import java.util.List;

/**
 * What verifying found.
 *
 * @param lines    of the histories of releases
 * @param erased   lines and entries of which something was erased, or whose period has passed
 * @param anchors  how many places of the chain were compared with what was said of them outside; where it is none, a chain that
 *                 somebody wrote anew is not found
 * @param unbroken whether every seal was followed, of a single release from its first one to the newest of all
 * @param findings in the order of the journal, at most a hundred; none of a journal nobody has bent
 */
record Verification(
        boolean valid,
        long lines,
        long entries,
        long erased,
        long releases,
        long seals,
        Head head,
        long anchors,
        boolean unbroken,
        List<Finding> findings) {}
