package org.slipway.audit;

import java.util.List;

/**
 * What verifying found.
 *
 * @param lines    of the histories of releases
 * @param erased   lines and entries of which something was erased; who bends the journal may blank what it says and claim that,
 *                 so compare with what the entries on erasures and periods tell
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
        List<Finding> findings) {}
