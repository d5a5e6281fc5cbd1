package org.slipway.process.task;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.slipway.release.CurrentTask;
import org.slipway.shared.Malformed;

/**
 * Where a page of somebody's open tasks ended. It says what the list is ordered by, so that the next page begins there also
 * when the task itself has been completed meanwhile.
 */
record WorklistPlace(Instant created, String task) {

    private static final String BETWEEN = " ";

    static WorklistPlace of(CurrentTask task) {
        return new WorklistPlace(task.created() == null ? Instant.EPOCH : task.created(), task.id());
    }

    /** Refuses with {@code page-unknown} what was never written. */
    static WorklistPlace read(String after) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8).split(BETWEEN, 2);
            return new WorklistPlace(Instant.parse(parts[0]), parts[1]);
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw new Malformed("page-unknown", "after", after);
        }
    }

    /** As one word of an address. */
    String write() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((created + BETWEEN + task).getBytes(StandardCharsets.UTF_8));
    }
}
