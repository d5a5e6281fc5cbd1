package org.slipway.link;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slipway.cmdb.ConfigurationItem;
import org.slipway.cmdb.ConfigurationItems;
import org.slipway.cmdb.CsvSource;
import org.slipway.cmdb.CsvTable;
import org.slipway.cmdb.ImportProblems;
import org.slipway.link.record.Outcome;
import org.slipway.link.record.RegistryImport;
import org.springframework.stereotype.Service;

/**
 * Takes changes in from a file with the columns number, title, status, configurationItems (separated by semicolons), url,
 * backoutPlan, backoutPlanUrl and backoutPlanVersion; only the first must be there.
 */
@Service
public class ChangeImport {

    private final RegistryImport imports;
    private final RegistryImport.Registry<ChangeDraft> registry;

    ChangeImport(Changes changes, ConfigurationItems items, RegistryImport imports) {
        this.imports = imports;
        this.registry = new OfChanges(changes, items);
    }

    /** As {@link RegistryImport#run}; items that nobody knows are refused too. */
    public Report run(CsvSource source) {
        return new Report(imports.run(source, registry));
    }

    /** What an import has done. */
    public record Report(Outcome.Counts changes) {}

    private record OfChanges(Changes changes, ConfigurationItems items)
            implements RegistryImport.Registry<ChangeDraft> {

        @Override
        public String name() {
            return "changes";
        }

        @Override
        public ChangeDraft draft(CsvTable.Row row, String file, ImportProblems problems) {
            return new ChangeDraft(
                    Objects.requireNonNullElse(cell(row, "number"), ""),
                    cell(row, "title"),
                    row.constant("status", ChangeStatus.class, file, problems),
                    cell(row, "url"),
                    cell(row, "backoutplan"),
                    cell(row, "backoutplanurl"),
                    cell(row, "backoutplanversion"),
                    keys(cell(row, "configurationitems")));
        }

        private static @Nullable String cell(CsvTable.Row row, String column) {
            return row.cell(Set.of(column));
        }

        private static @Nullable List<String> keys(@Nullable String cell) {
            return cell == null
                    ? null
                    : Arrays.stream(cell.split(";"))
                            .map(String::strip)
                            .filter(key -> !key.isEmpty())
                            .toList();
        }

        @Override
        public Set<String> known(List<String> numbers) {
            return changes.find(numbers).stream().map(Change::number).collect(Collectors.toSet());
        }

        @Override
        public void check(List<RegistryImport.Line<ChangeDraft>> lines, String file, ImportProblems problems) {
            Set<String> keys = new HashSet<>();
            lines.forEach(line -> keys.addAll(touched(line.draft())));
            Set<String> known =
                    items.find(keys).stream().map(ConfigurationItem::key).collect(Collectors.toSet());
            lines.forEach(line -> touched(line.draft()).stream()
                    .filter(key -> !known.contains(key))
                    .forEach(key -> problems.add(
                            file, line.number(), "configurationItems", "configuration-item-unknown", key)));
        }

        private static List<String> touched(ChangeDraft draft) {
            return Objects.requireNonNullElse(draft.configurationItems(), List.of());
        }

        @Override
        public List<Outcome> take(List<ChangeDraft> drafts) {
            return changes.register(drafts).stream()
                    .map(Changes.Registered::outcome)
                    .toList();
        }
    }
}
