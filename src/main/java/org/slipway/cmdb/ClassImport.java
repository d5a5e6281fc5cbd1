package org.slipway.cmdb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Validator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slipway.shared.Refusal;
import org.springframework.stereotype.Component;

/**
 * Takes classes and relationship types in. A table of classes has the columns code, parent, name_en, name_es, name_pt,
 * description and attributes, as in {@code serial:TEXT;range:NUMBER!;size:CHOICE=small|large}; an exclamation mark means
 * required. A JSON file has objects like those of REST.
 */
@Component
class ClassImport {

    private static final int ROWS = 200;
    private static final Set<String> CODE = Set.of("code");

    private final ItemClasses classes;
    private final RelationshipTypes types;
    private final ObjectMapper json;
    private final Validator validator;

    ClassImport(ItemClasses classes, RelationshipTypes types, ObjectMapper json, Validator validator) {
        this.classes = classes;
        this.types = types;
        this.json = json;
        this.validator = validator;
    }

    static boolean describes(List<String> header) {
        return header.contains("code") && (header.contains("parent") || header.contains("attributes"));
    }

    int classes(CsvTable table, ImportRun run) {
        int taken = 0;
        for (List<CsvTable.Row> rows = table.next(ROWS); !rows.isEmpty(); rows = table.next(ROWS)) {
            for (CsvTable.Row row : rows) {
                taken += oneClass(table.file(), row.line(), object(row), run.problems());
            }
            run.rows().accept(rows.size());
        }
        return taken;
    }

    int classes(JsonSection section, ImportRun run) {
        int taken = 0;
        for (List<JsonSection.Row> rows = section.next(ROWS); !rows.isEmpty(); rows = section.next(ROWS)) {
            for (JsonSection.Row row : rows) {
                taken += oneClass(section.file(), row.line(), row.node(), run.problems());
            }
        }
        return taken;
    }

    int types(JsonSection section, ImportRun run) {
        int taken = 0;
        for (List<JsonSection.Row> rows = section.next(ROWS); !rows.isEmpty(); rows = section.next(ROWS)) {
            for (JsonSection.Row row : rows) {
                taken += oneType(section.file(), row, run.problems());
            }
        }
        return taken;
    }

    private int oneClass(String file, int line, ObjectNode node, ImportProblems problems) {
        return attempt(file, line, problems, () -> {
            ItemClassController.NewClass wanted = json.treeToValue(node, ItemClassController.NewClass.class);
            if (isRefused(wanted, file, line, problems)) {
                return 0;
            }
            String code = wanted.code().strip();
            Optional<ItemClass.Details> before = classes.details(code);
            ItemClasses.Described now = before.isPresent()
                    ? classes.change(code, wanted.changes()::over, null)
                    : classes.create(code, wanted.changes()::over);
            return before.equals(Optional.of(now.itemClass().details())) ? 0 : 1;
        });
    }

    private int oneType(String file, JsonSection.Row row, ImportProblems problems) {
        return attempt(file, row.line(), problems, () -> {
            RelationshipTypeController.NewType wanted =
                    json.treeToValue(row.node(), RelationshipTypeController.NewType.class);
            if (isRefused(wanted, file, row.line(), problems)) {
                return 0;
            }
            String code = wanted.code().strip();
            Optional<RelationshipType.Details> before = types.details(code);
            RelationshipType now = before.isPresent()
                    ? types.change(code, wanted.changes()::over)
                    : types.create(code, wanted.changes()::over);
            return before.equals(Optional.of(now.details())) ? 0 : 1;
        });
    }

    private boolean isRefused(Object wanted, String file, int line, ImportProblems problems) {
        var violations = validator.validate(wanted);
        violations.forEach(violation -> problems.add(
                file, line, violation.getPropertyPath().toString(), "value-refused", violation.getMessage()));
        return !violations.isEmpty();
    }

    private static int attempt(String file, int line, ImportProblems problems, Attempt attempt) {
        try {
            return attempt.run();
        } catch (JsonProcessingException e) {
            problems.add(file, line, null, "json-value-refused", "");
        } catch (Refusal refusal) {
            problems.add(file, line, refusal.field(), refusal.code(), refusal.arguments());
        }
        return 0;
    }

    private ObjectNode object(CsvTable.Row row) {
        ObjectNode node = json.createObjectNode();
        node.put("code", Objects.requireNonNullElse(row.cell(CODE), ""));
        for (String name : List.of("parent", "description")) {
            String cell = row.cell(Set.of(name));
            if (cell != null) {
                node.put(name, cell);
            }
        }
        ObjectNode names = json.createObjectNode();
        for (String language : List.of("en", "es", "pt")) {
            String cell = row.cell(Set.of("name_" + language));
            if (cell != null && !cell.isEmpty()) {
                names.put(language, cell);
            }
        }
        node.set("names", names);
        String attributes = row.cell(Set.of("attributes"));
        if (attributes != null) {
            node.set("attributes", attributes(attributes));
        }
        return node;
    }

    private ArrayNode attributes(String text) {
        ArrayNode attributes = json.createArrayNode();
        for (String part : text.split(";")) {
            if (part.isBlank()) {
                continue;
            }
            String[] sides = part.split("=", 2);
            String[] named = sides[0].split(":", 2);
            String type = named.length == 2 ? named[1].strip() : "TEXT";
            ObjectNode attribute = attributes.addObject();
            attribute.put("name", named[0].strip());
            attribute.put("required", type.endsWith("!"));
            attribute.put("type", type.replace("!", "").toUpperCase(Locale.ROOT));
            if (sides.length == 2) {
                ArrayNode choices = attribute.putArray("choices");
                Arrays.stream(sides[1].split("\\|")).map(String::strip).forEach(choices::add);
            }
        }
        return attributes;
    }

    private interface Attempt {
        int run() throws JsonProcessingException;
    }
}
