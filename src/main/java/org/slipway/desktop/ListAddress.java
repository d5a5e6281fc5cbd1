package org.slipway.desktop;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** The address of a list as it is shown, and the addresses of the same list asked differently. */
public final class ListAddress {

    /** Where a page begins and how long it is: of one answer, not of the list. */
    private static final String AFTER = "after";

    private static final String LIMIT = "limit";
    private static final String SORT = "sort";

    private final String path;
    private final MultiValueMap<String, String> parameters;

    ListAddress(String path, MultiValueMap<String, String> parameters) {
        this.path = path;
        this.parameters = parameters;
    }

    /** The same list with one parameter set; it begins again at its first page. */
    public String with(String name, String value) {
        return builder().replaceQueryParam(name, value).build().encode().toUriString();
    }

    public String without(String name) {
        return builder().replaceQueryParam(name).build().encode().toUriString();
    }

    /** The same list without one of a parameter's values. */
    public String without(String name, String value) {
        Object[] left =
                values(name).stream().filter(each -> !each.equals(value)).toArray();
        return builder().replaceQueryParam(name, left).build().encode().toUriString();
    }

    /** The list as it is, from its first page. */
    public String address() {
        return builder().build().encode().toUriString();
    }

    /** For {@code aria-current}: whether a parameter has this value, or is absent. */
    public @Nullable String is(String name, @Nullable String value) {
        String set = parameters.getFirst(name);
        boolean same = value == null ? set == null : value.equals(set);
        return same ? "true" : null;
    }

    public boolean has(String name, String value) {
        return values(name).contains(value);
    }

    public List<String> values(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    public @Nullable String get(String name) {
        return parameters.getFirst(name);
    }

    /** For {@code aria-sort}: how the list is sorted by this, if it is. */
    public @Nullable String sorted(@Nullable String by) {
        String sort = parameters.getFirst(SORT);
        if (by == null || sort == null) {
            return null;
        }
        return sort.equals(by) ? "ascending" : sort.equals("-" + by) ? "descending" : null;
    }

    /** The list sorted by this; asked for again, the other way round. */
    public String sortedBy(String by) {
        return with(SORT, "ascending".equals(sorted(by)) ? "-" + by : by);
    }

    /** Its parameters as they stand in an address, without where the page begins and how long it is. */
    public String query() {
        String query = builder().build().encode().getQuery();
        return query == null ? "" : query;
    }

    private UriComponentsBuilder builder() {
        return UriComponentsBuilder.fromPath(path)
                .queryParams(parameters)
                .replaceQueryParam(AFTER)
                .replaceQueryParam(LIMIT);
    }
}
