package org.slipway.cmdb;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.BusinessRuleViolated;

/** An import changes nothing, because some of its lines cannot be taken in. */
public class ImportRefused extends BusinessRuleViolated {

    private final transient List<Line> lines;

    ImportRefused(int count, List<Line> lines) {
        super("import-refused", null, count);
        this.lines = List.copyOf(lines);
    }

    /** The first hundred lines at fault. */
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
