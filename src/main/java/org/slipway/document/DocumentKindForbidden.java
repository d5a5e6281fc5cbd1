package org.slipway.document;

import org.slipway.shared.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A file is, or calls itself, something that could run on the machine of whoever opens it. */
@ResponseStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE)
public class DocumentKindForbidden extends Refusal {

    DocumentKindForbidden(String kind) {
        super("document-kind-forbidden", "file", kind);
    }
}
