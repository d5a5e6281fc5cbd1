package org.slipway.cmdb;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.slipway.shared.Malformed;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Imports over HTTP: one or more files in a form, whatever its parts are called, or a single file as the body. */
@RestController
@RequestMapping(ItemController.PATH + "/import")
class ImportController {

    private final CmdbImport cmdbImport;

    ImportController(CmdbImport cmdbImport) {
        this.cmdbImport = cmdbImport;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ImportReport files(MultipartHttpServletRequest request) {
        List<CsvSource> sources = CsvSource.of(request);
        if (sources.isEmpty()) {
            throw new Malformed("import-empty", null);
        }
        return cmdbImport.run(sources);
    }

    @PostMapping(consumes = "text/csv")
    ImportReport body(HttpServletRequest request) {
        return cmdbImport.run(List.of(new CsvSource("body", request::getInputStream)));
    }
}
