package org.slipway.document;

import java.util.UUID;

/** A file that has been judged and may become a document; unless it does, nothing of it is left when this is closed. */
public final class Incoming implements AutoCloseable {

    private final UUID id;
    private final FileName name;
    private final Inspection inspection;
    private final ContentPlace place;
    private final ContentStore.Staged content;

    Incoming(UUID id, FileName name, Inspection inspection, ContentPlace place, ContentStore.Staged content) {
        this.id = id;
        this.name = name;
        this.inspection = inspection;
        this.place = place;
        this.content = content;
    }

    UUID id() {
        return id;
    }

    FileName name() {
        return name;
    }

    Inspection inspection() {
        return inspection;
    }

    ContentPlace place() {
        return place;
    }

    ContentStore.Staged content() {
        return content;
    }

    @Override
    public void close() {
        content.close();
    }
}
