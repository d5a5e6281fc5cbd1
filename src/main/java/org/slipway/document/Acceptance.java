package org.slipway.document;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.slipway.shared.BusinessRuleViolated;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/** Decides which files are taken (src/docs/domain.md, Documents). */
@Component
class Acceptance {

    private final DocumentSettings settings;

    Acceptance(DocumentSettings settings) {
        this.settings = settings;
    }

    /** @return what the file is; it is read once, an archive twice */
    Inspection judge(FileName name, InputStreamSource content) throws IOException {
        refuseForbidden(name.extension());
        Inspection inspection;
        try (InputStream bytes = content.getInputStream()) {
            inspection = Inspection.of(bytes, settings.maxSize().toBytes());
        }
        refuseForbidden(inspection.kind());
        if (inspection.isArchive()) {
            try (InputStream bytes = new BufferedInputStream(content.getInputStream())) {
                new Unpacking(settings, inspection.size()).check(inspection.kind(), bytes);
            }
        } else if (inspection.endsAsArchive()) {
            throw new BusinessRuleViolated("document-ambiguous", "file");
        }
        return inspection;
    }

    private void refuseForbidden(String kind) {
        if (settings.forbids(kind)) {
            throw new DocumentKindForbidden(kind);
        }
    }
}
