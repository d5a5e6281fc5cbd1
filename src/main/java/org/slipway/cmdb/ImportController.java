package org.slipway.cmdb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slipway.shared.Malformed;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/**
 * Imports over HTTP that answer when they are done: one or more files in a form, whatever its parts are called, or a single
 * file as the body. {@link ImportJobController} is for those that take long.
 */
@RestController
@RequestMapping(ItemController.PATH + "/import")
class ImportController {

    private final CmdbImport cmdbImport;

    ImportController(CmdbImport cmdbImport) {
        this.cmdbImport = cmdbImport;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ImportReport files(MultipartHttpServletRequest request, @Valid @ParameterObject ImportParameters parameters) {
        ImportOptions options = parameters.options();
        cmdbImport.allow(options);
        return run(spool(request), options);
    }

    @PostMapping(consumes = "text/csv")
    ImportReport table(HttpServletRequest request, @Valid @ParameterObject ImportParameters parameters) {
        ImportOptions options = parameters.options();
        cmdbImport.allow(options);
        return run(spool("body", request), options);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ImportReport json(HttpServletRequest request, @Valid @ParameterObject ImportParameters parameters) {
        ImportOptions options = parameters.options();
        cmdbImport.allow(options);
        return run(spool("body.json", request), options);
    }

    private ImportReport run(List<SpooledFile> files, ImportOptions options) {
        try {
            return cmdbImport.run(
                    files.stream().map(file -> file.source(new AtomicLong())).toList(), options, rows -> {});
        } finally {
            files.forEach(ImportController::close);
        }
    }

    static List<SpooledFile> spool(MultipartHttpServletRequest request) {
        List<SpooledFile> files = new ArrayList<>();
        try {
            for (CsvSource source : CsvSource.of(request)) {
                files.add(SpooledFile.of(source.name(), source.content().open()));
            }
        } catch (IOException e) {
            files.forEach(ImportController::close);
            throw new UncheckedIOException(e);
        }
        if (files.isEmpty()) {
            throw new Malformed("import-empty", null);
        }
        return files;
    }

    static List<SpooledFile> spool(String name, HttpServletRequest request) {
        try {
            return List.of(SpooledFile.of(name, request.getInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(Closeable file) {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
