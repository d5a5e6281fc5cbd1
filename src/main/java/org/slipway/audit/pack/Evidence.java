package org.slipway.audit.pack;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slipway.access.Directory;
import org.slipway.audit.pack.Decisions.Deed;
import org.slipway.checklist.Checklist;
import org.slipway.checklist.ChecklistView;
import org.slipway.checklist.Checklists;
import org.slipway.process.flow.ProcessRecord;
import org.slipway.process.flow.ReleaseTrails;
import org.slipway.release.ReleaseRecord;
import org.slipway.release.ReleaseRecords;
import org.slipway.shared.Slice;
import org.springframework.stereotype.Component;

/** Reads what is known of a release and is not too much to be held at once. */
@Component
class Evidence {

    private static final int PAGE = 200;

    private final ReleaseRecords records;
    private final ReleaseTrails trails;
    private final Checklists checklists;
    private final Directory directory;
    private final Rows rows;

    Evidence(ReleaseRecords records, ReleaseTrails trails, Checklists checklists, Directory directory, Rows rows) {
        this.records = records;
        this.trails = trails;
        this.checklists = checklists;
        this.directory = directory;
        this.rows = rows;
    }

    /**
     * @param asOf   the moment of which everything tells
     * @param people names by id, of whoever decided or did something
     */
    record Known(
            ReleaseRecord release,
            Instant asOf,
            String madeBy,
            Decisions decisions,
            List<Checklist> checklists,
            ProcessRecord process,
            Map<String, String> people) {

        String nameOrNothing(@Nullable String person) {
            return person == null ? "" : name(person);
        }

        String name(String person) {
            String name = people.get(person);
            return name == null || name.equals(person) ? person : name + " (" + person + ")";
        }
    }

    Known of(String number, Instant asOf, String madeBy) {
        ReleaseRecord release = records.of(number);
        List<Deed> deeds = new ArrayList<>();
        rows.each(Tables.DEEDS, Map.of("release", number), row -> deeds.add(deed(row)));
        Set<String> people = new HashSet<>(List.of(release.requester(), release.registrar(), release.owner(), madeBy));
        deeds.forEach(deed -> people.add(deed.person()));
        List<Checklist> asked = checklists(number);
        asked.forEach(each -> {
            people.add(Objects.requireNonNullElse(each.answeredBy(), madeBy));
            people.add(Objects.requireNonNullElse(each.confirmedBy(), madeBy));
        });
        return new Known(
                release,
                asOf,
                madeBy,
                Decisions.of(release.requester(), deeds),
                asked,
                trails.of(number),
                directory.names(people));
    }

    private List<Checklist> checklists(String number) {
        List<Checklist> found = new ArrayList<>();
        Slice<ChecklistView> page = checklists.list(number, null, PAGE);
        while (true) {
            page.items().forEach(view -> found.add(view.checklist()));
            if (page.next() == null) {
                return found;
            }
            page = checklists.list(number, java.util.UUID.fromString(page.next()), PAGE);
        }
    }

    private static Deed deed(com.fasterxml.jackson.databind.node.ObjectNode row) {
        return new Deed(
                row.path("sequenceNumber").asInt(),
                row.path("cycleNumber").asInt(),
                Instant.parse(row.path("at").asText()),
                row.path("person").asText(),
                row.path("category").asText(),
                row.path("task").asText(null),
                row.path("decision").asText(null),
                row.path("statusBefore").asText(null),
                row.path("statusAfter").asText(null),
                row.path("occurrenceText").asText(null),
                row.path("hash").asText());
    }
}
