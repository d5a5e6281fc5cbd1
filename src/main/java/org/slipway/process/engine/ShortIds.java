package org.slipway.process.engine;

import java.security.SecureRandom;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * What the engine's rows are called: twenty letters and digits, of which the first eight tell the moment and the others are
 * drawn. A row of history names up to eight others, so sixteen characters less than those of a UUID are a quarter of what
 * the rows take (src/docs/adr/0009), and rows of one moment lie together in their indexes. Ids that were given before stay.
 */
class ShortIds implements IdGenerator {

    /** In the order of their codes, so that later ids sort behind earlier ones. */
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static final int OF_MOMENT = 8;
    private static final int DRAWN = 12;

    private final SecureRandom random = new SecureRandom();

    @Override
    public String getNextId() {
        char[] id = new char[OF_MOMENT + DRAWN];
        long moment = ClockUtil.getCurrentTime().getTime();
        for (int i = OF_MOMENT - 1; i >= 0; i--) {
            id[i] = digit(moment);
            moment /= DIGITS.length();
        }
        byte[] drawn = new byte[DRAWN];
        random.nextBytes(drawn);
        for (int i = 0; i < DRAWN; i++) {
            id[OF_MOMENT + i] = digit(Byte.toUnsignedInt(drawn[i]));
        }
        return new String(id);
    }

    private static char digit(long value) {
        return DIGITS.charAt((int) (value % DIGITS.length()));
    }
}
