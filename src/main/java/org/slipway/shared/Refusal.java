package org.slipway.shared;

import org.jspecify.annotations.Nullable;

/**
 * A command is refused and nothing has changed. The code is stable and names the text in {@code i18n/problems}
 * ({@code problem.<code>}), which is filled with the arguments in the reader's language.
 */
public abstract class Refusal extends RuntimeException {

    private final String code;
    private final @Nullable String field;
    private final transient Object[] arguments;

    protected Refusal(String code, @Nullable String field, Object... arguments) {
        super(field == null ? code : code + " (" + field + ")");
        this.code = code;
        this.field = field;
        this.arguments = arguments;
    }

    /** The stable kebab-case code, such as {@code four-eyes}. */
    public String code() {
        return code;
    }

    /** The field at fault as the caller named it, such as {@code planning.start}; none when the command as a whole is. */
    public @Nullable String field() {
        return field;
    }

    /** What fills the text's places {@code {0}}, {@code {1}} …. */
    public Object[] arguments() {
        return arguments.clone();
    }
}
