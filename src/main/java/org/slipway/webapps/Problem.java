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
        @Nullable String instance,
        @Nullable String reference) {

    /** One field at fault. */
    record FieldProblem(String field, String code, String message) {}
}
