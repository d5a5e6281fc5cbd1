package org.slipway.desktop;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slipway.portfolio.RegistryNames;
import org.springframework.stereotype.Component;

/** What narrows the list of releases, one by one: in words, and with the way to the list without it. */
@Component
class ActiveFilters {

    /** Filters in the order in which they are told, each with the text that is its name. */
    private static final List<Filter> FILTERS = List.of(
            new Filter("text", "worklist.filter.words"),
            new Filter("status", "worklist.column.status"),
            new Filter("priority", "worklist.column.priority"),
            new Filter("situation", "worklist.column.situation"),
            new Filter("assigned", "worklist.filter.assigned"),
            new Filter("executorGroup", "worklist.column.group"),
            new Filter("approverGroup", "worklist.filter.approverGroup"),
            new Filter("phase", "worklist.column.phase"),
            new Filter("requester", "worklist.filter.requester"),
            new Filter("registrar", "worklist.filter.registrar"),
            new Filter("responsible", "worklist.filter.responsible"),
            new Filter("follower", "worklist.filter.follower"),
            new Filter("contact", "worklist.filter.contact"),
            new Filter("unit", "worklist.filter.unit"),
            new Filter("location", "worklist.filter.location"),
            new Filter("contract", "worklist.filter.contract"),
            new Filter("portfolio", "worklist.filter.portfolio"),
            new Filter("model", "worklist.filter.model"),
            new Filter("category", "worklist.filter.category"),
            new Filter("configurationItem", "worklist.filter.configurationItem"),
            new Filter("change", "worklist.filter.change"),
            new Filter("cycle", "worklist.filter.cycle"));

    private static final List<String> PERIODS = List.of("opened", "closed", "planning", "deployment", "deadline");

    /** Their values are people, unless they are one of {@link #WHOEVER}. */
    private static final Set<String> PEOPLE = Set.of("requester", "registrar", "responsible", "follower", "assigned");

    private static final Set<String> WHOEVER = Set.of("ME", "MINE", "OFFERED", "UNASSIGNED");

    /** Their values have texts of their own, which begin like this. */
    private static final Map<String, String> WORDS = Map.of(
            "status", "SW_STATUS_",
            "priority", "SW_PRIORITY_",
            "situation", "worklist.situation.",
            "phase", "SW_PHASE_");

    private record Filter(String name, String label) {}

    /**
     * One filter.
     *
     * @param label the text that is its name
     * @param word  the text that says its value, or what goes before it
     * @param value what no text says
     * @param href  the list without it
     */
    public record Chip(
            String label, @Nullable String word, @Nullable String value, String href) {}

    private final RegistryNames names;
    private final Moments moments;

    ActiveFilters(RegistryNames names, Moments moments) {
        this.names = names;
        this.moments = moments;
    }

    /** The people that a list is narrowed to, by id. */
    Set<String> people(ListAddress list) {
        return PEOPLE.stream()
                .flatMap(name -> list.values(name).stream())
                .filter(person -> !person.isBlank() && !WHOEVER.contains(person))
                .collect(Collectors.toSet());
    }

    /**
     * @param people names by id, of those named by {@link #people}
     * @param groups names by id
     */
    List<Chip> of(ListAddress list, Map<String, String> people, Map<String, String> groups) {
        List<Chip> chips = new ArrayList<>();
        for (Filter filter : FILTERS) {
            for (String value : list.values(filter.name())) {
                if (!value.isBlank()) {
                    chips.add(chip(filter, value, list.without(filter.name(), value), people, groups));
                }
            }
        }
        for (String period : PERIODS) {
            end(chips, list, period, "From", "worklist.filter.from");
            end(chips, list, period, "To", "worklist.filter.to");
        }
        if (!list.values("task").isEmpty()) {
            String count = String.valueOf(list.values("task").size());
            chips.add(new Chip("worklist.filter.task", null, count, list.without("task")));
        }
        return chips;
    }

    private Chip chip(
            Filter filter, String value, String href, Map<String, String> people, Map<String, String> groups) {
        String words = WORDS.get(filter.name());
        if (words != null) {
            return new Chip(filter.label(), words + value, null, href);
        }
        if (value.equals("ME")) {
            return new Chip(filter.label(), "work.you", null, href);
        }
        if (filter.name().equals("assigned") && WHOEVER.contains(value)) {
            return new Chip(filter.label(), "worklist.assigned." + value, null, href);
        }
        return new Chip(
                filter.label(), null, name(filter.name(), value, people, groups).orElse(value), href);
    }

    /** What it is called. One statement for each that lies in a registry. */
    private Optional<String> name(String filter, String key, Map<String, String> people, Map<String, String> groups) {
        return switch (filter) {
            case "executorGroup", "approverGroup" -> Optional.ofNullable(groups.get(key));
            default -> PEOPLE.contains(filter) ? Optional.ofNullable(people.get(key)) : names.of(filter, key);
        };
    }

    /** One end of a period, as the day that a person means: the last one is within it. */
    private void end(List<Chip> chips, ListAddress list, String period, String end, String word) {
        String moment = list.get(period + end);
        if (moment == null || moment.isBlank()) {
            return;
        }
        String day;
        try {
            Instant at = Instant.parse(moment);
            day = moments.day(end.equals("To") ? at.minusMillis(1) : at);
        } catch (DateTimeException writtenInAnotherWay) {
            day = moment;
        }
        chips.add(new Chip("worklist.filter." + period, word, day, list.without(period + end)));
    }
}
