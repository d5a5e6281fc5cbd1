package org.slipway.document;

import org.slipway.shared.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A file is larger than what is taken. */
@ResponseStatus(HttpStatus.PAYLOAD_TOO_LARGE)
public class DocumentTooLarge extends Refusal {

    DocumentTooLarge() {
        super("document-too-large", "file");
    }
}
