package org.slipway.cmdb;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.Malformed;

/** How an object of a JSON file is read as the state of a configuration item: as REST reads a patch. */
record JsonItem(JsonSection.Row row, String file, StatePatch patch, ImportProblems problems) implements ItemRow {

    @Override
    public int line() {
        return row.line();
    }

    @Override
    public @Nullable String key() {
        return row.text("key");
    }

    @Override
    public ItemState over(ItemState before, String key) {
        row.node().properties().stream()
                .filter(field -> field.getValue().isTextual())
                .forEach(field -> refuseFormula(field.getKey(), field.getValue()));
        row.node()
                .path("attributes")
                .properties()
                .forEach(field -> refuseFormula("attributes." + field.getKey(), field.getValue()));
        try {
            return patch.apply(row.node().deepCopy().without("key"), before);
        } catch (UncheckedIOException | Malformed e) {
            problems.add(file, row.line(), null, "json-value-refused", key);
            return before;
        }
    }

    private void refuseFormula(String name, JsonNode value) {
        if (Formula.is(value.asText())) {
            problems.add(file, row.line(), name, "import-formula", Formula.beginning(value.asText()));
        }
    }
}
