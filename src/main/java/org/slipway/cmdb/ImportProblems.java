package org.slipway.cmdb;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.ImportRefused;

/** Collects why an import must be refused, line by line; keeps the first hundred and counts the others. */
public final class ImportProblems {

    private static final int MOST = 100;

    private final List<ImportRefused.Line> lines = new ArrayList<>();
    private int count;

    /** The arguments fill the places of the text {@code problem.<code>}. */
    public void add(String file, int line, @Nullable String column, String code, Object... arguments) {
        count++;
        if (lines.size() < MOST) {
            lines.add(new ImportRefused.Line(file, line, column, code, List.of(arguments)));
        }
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /** Refuses the import if there is any. */
    public void refuse() {
        if (count > 0) {
            throw new ImportRefused(count, lines);
        }
    }
}
