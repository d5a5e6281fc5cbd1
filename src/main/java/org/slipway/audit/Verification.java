package org.slipway.audit;

import java.util.List;

/**
 * What verifying found.
 *
 * @param lines    of the histories of releases
 * @param findings in the order of the journal, at most a hundred; none of a journal nobody has bent
 */
record Verification(
        boolean valid, long lines, long entries, long releases, long seals, Head head, List<Finding> findings) {}
