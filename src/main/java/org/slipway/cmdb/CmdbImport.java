package org.slipway.cmdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.slipway.access.Operation;
import org.slipway.access.Rights;
import org.slipway.shared.ImportRefused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes configuration items and relationships in from files; the header of each says which of the two it holds. All of the
 * files or nothing: one line at fault refuses the import with {@link ImportRefused}. Idempotent: an item whose row says
 * nothing new gets no version. Needs {@link Operation#MANAGE_CMDB}.
 */
@Service
public class CmdbImport {

    private final ItemImport items;
    private final RelationshipImport relationships;
    private final Rights rights;

    CmdbImport(ItemImport items, RelationshipImport relationships, Rights rights) {
        this.items = items;
        this.relationships = relationships;
        this.rights = rights;
    }

    @Transactional
    public ImportReport run(List<CsvSource> sources) {
        rights.require(Operation.MANAGE_CMDB);
        ImportProblems problems = new ImportProblems();
        List<CsvTable> tables = new ArrayList<>();
        try {
            for (CsvSource source : sources) {
                tables.add(CsvTable.open(source, problems));
            }
            problems.refuse();
            ImportReport report = run(tables, problems);
            problems.refuse();
            return report;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            tables.forEach(CmdbImport::close);
        }
    }

    /** Items first, because relationships need them. */
    private ImportReport run(List<CsvTable> tables, ImportProblems problems) {
        ImportReport report = ImportReport.EMPTY;
        for (CsvTable table : tables) {
            if (!RelationshipImport.describes(table.header())) {
                if (ItemColumns.describe(table.header())) {
                    report = report.plus(items.run(table, problems, origin(table)));
                } else {
                    problems.add(table.file(), 1, null, "csv-header-unknown", String.join(", ", table.header()));
                }
            }
        }
        for (CsvTable table : tables) {
            // With items refused, their relationships could only be refused for the wrong reason.
            if (problems.isEmpty() && RelationshipImport.describes(table.header())) {
                report = report.plus(relationships.run(table, problems));
            }
        }
        return report;
    }

    private static Origin origin(CsvTable table) {
        String file = table.file();
        return new Origin(VersionOrigin.IMPORT, file.length() > 60 ? file.substring(0, 60) : file);
    }

    private static void close(CsvTable table) {
        try {
            table.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
