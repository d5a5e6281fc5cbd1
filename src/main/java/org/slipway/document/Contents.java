package org.slipway.document;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/** The contents of all documents: new ones where the settings say, old ones where they are. */
@Component
class Contents {

    private final Map<ContentPlace, ContentStore> stores;
    private final DocumentSettings settings;

    Contents(List<ContentStore> stores, DocumentSettings settings) {
        this.stores = stores.stream().collect(toUnmodifiableMap(ContentStore::place, Function.identity()));
        this.settings = settings;
    }

    Incoming stage(FileName name, Inspection inspection, InputStreamSource content) throws IOException {
        UUID id = UUID.randomUUID();
        ContentStore.Staged staged =
                store(settings.store()).stage(id, () -> HashedStream.asInspected(content.getInputStream(), inspection));
        return new Incoming(id, name, inspection, settings.store(), staged);
    }

    InputStream read(Document document) {
        try {
            return store(document.place()).read(document.id(), document.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove(Document document) {
        store(document.place()).remove(document.id());
    }

    private ContentStore store(ContentPlace place) {
        return Objects.requireNonNull(stores.get(place));
    }
}
