package org.slipway.webapps;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A failure as HTTP tells it (RFC 9457).
 *
 * @param type      {@code urn:slipway:problem:<code>}
 * @param detail    what went wrong, in the reader's language
 * @param message   the same as {@code detail}, under the name that the Camunda webapps show
 * @param code      stable, for programs
 * @param field     the field at fault as the caller named it
 * @param errors    every field at fault, when there are several
 * @param lines     what is wrong with which line of a file that was sent
 * @param reference under which the log knows more; only for failures of the server
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String message,
        String code,
        @Nullable String field,
        List<FieldProblem> errors,
        List<LineProblem> lines,
        @Nullable String instance,
        @Nullable String reference) {

    /** One field at fault. */
    record FieldProblem(String field, String code, String message) {}

    /** One line at fault. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record LineProblem(String file, int line, @Nullable String column, String code, String message) {}
}
