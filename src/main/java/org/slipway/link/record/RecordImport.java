package org.slipway.link.record;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slipway.cmdb.CsvSource;
import org.slipway.cmdb.CsvTable;
import org.slipway.cmdb.ImportProblems;
import org.springframework.stereotype.Service;

/**
 * Takes records of one kind in from a file with the columns number, title, status, url and, for purchases,
 * productDescription, project, costCentreCode, costCentreName and itemStatus; only the first must be there.
 */
@Service
public class RecordImport {

    private final ForeignRecords records;
    private final RegistryImport imports;

    RecordImport(ForeignRecords records, RegistryImport imports) {
        this.records = records;
        this.imports = imports;
    }

    /** As {@link RegistryImport#run}. */
    public Outcome.Counts run(RecordKind kind, CsvSource source) {
        return imports.run(source, new OfKind(kind));
    }

    private static @Nullable String cell(CsvTable.Row row, String column) {
        return row.cell(Set.of(column));
    }

    private final class OfKind implements RegistryImport.Registry<RecordDraft> {

        private final RecordKind kind;

        OfKind(RecordKind kind) {
            this.kind = kind;
        }

        @Override
        public String name() {
            return kind.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public RecordDraft draft(CsvTable.Row row, String file, ImportProblems problems) {
            return new RecordDraft(
                    Objects.requireNonNullElse(cell(row, "number"), ""),
                    cell(row, "title"),
                    cell(row, "status"),
                    cell(row, "url"),
                    cell(row, "productdescription"),
                    cell(row, "project"),
                    cell(row, "costcentrecode"),
                    cell(row, "costcentrename"),
                    row.constant("itemStatus", PurchaseItemStatus.class, file, problems));
        }

        @Override
        public Set<String> known(List<String> numbers) {
            return records.find(kind, numbers).stream()
                    .map(ForeignRecord::number)
                    .collect(Collectors.toSet());
        }

        @Override
        public void check(List<RegistryImport.Line<RecordDraft>> lines, String file, ImportProblems problems) {
            if (kind != RecordKind.PURCHASES) {
                lines.forEach(line -> {
                    String foreign = line.draft().purchaseField();
                    if (foreign != null) {
                        problems.add(file, line.number(), foreign, "field-unknown", foreign);
                    }
                });
            }
        }

        @Override
        public List<Outcome> take(List<RecordDraft> drafts) {
            return records.register(kind, drafts).stream()
                    .map(ForeignRecords.Registered::outcome)
                    .toList();
        }
    }
}
