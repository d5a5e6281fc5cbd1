package org.slipway.checklist;

/** What a questionnaire asks about. */
public enum QuestionnaireKind {
    /** How the release was tested. */
    RELEASE_TEST,
    /** A stage that the release passes, such as its build or a pilot. */
    RELEASE_STAGES,
    /** The configuration items of the release. */
    RELEASE_ITEM,
    /** The service that the release changes. */
    RELEASE_SERVICE,
    GENERAL
}
