package org.slipway.reporting.export;

import java.util.List;

/**
 * What stands above a table.
 *
 * @param filters      what narrowed the search, each with what it is called
 * @param descriptions whether the last column is the description
 */
record TableHead(String title, List<Line> filters, String printedBy, String printedAt, boolean descriptions) {

    record Line(String label, String value) {}

    List<TableColumn> columns() {
        return TableColumn.of(descriptions);
    }
}
