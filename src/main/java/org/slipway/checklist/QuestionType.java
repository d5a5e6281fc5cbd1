package org.slipway.checklist;

/** How a question is answered. */
public enum QuestionType {
    /** {@code YES} or {@code NO}. */
    YES_NO,
    /** The key of one of its choices. */
    SINGLE_CHOICE,
    /** Keys of its choices. */
    MULTIPLE_CHOICE,
    /** One line. */
    TEXT,
    LONG_TEXT,
    /** The id of a document of the release. */
    ATTACHMENT;

    boolean hasChoices() {
        return this == SINGLE_CHOICE || this == MULTIPLE_CHOICE;
    }

    boolean isText() {
        return this == TEXT || this == LONG_TEXT;
    }
}
