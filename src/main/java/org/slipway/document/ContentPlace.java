package org.slipway.document;

/** Where the content of a document lives; a document stays where it was put when the setting changes. */
enum ContentPlace {
    DATABASE,
    DISK
}
