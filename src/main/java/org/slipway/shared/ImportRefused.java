package org.slipway.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An import changes nothing, because some of its lines cannot be taken in (HTTP 422). */
public class ImportRefused extends BusinessRuleViolated {

    private final transient List<Line> lines;

    public ImportRefused(int count, List<Line> lines) {
        super("import-refused", null, count);
        this.lines = List.copyOf(lines);
    }

    /** The lines at fault, or the first of many. */
    public List<Line> lines() {
        return lines;
    }

    /**
     * What is wrong with one line.
     *
     * @param line      from 1, counting the header
     * @param column    as the file calls it; none when the line as a whole is wrong
     * @param arguments fill the places of the text of the code
     */
    public record Line(String file, int line, @Nullable String column, String code, List<Object> arguments) {}
}
