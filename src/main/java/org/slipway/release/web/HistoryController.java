package org.slipway.release.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slipway.access.PersonDigests;
import org.slipway.release.Occurrence;
import org.slipway.release.OccurrenceCategory;
import org.slipway.release.Occurrences;
import org.slipway.release.ReleaseStatus;
import org.slipway.shared.Slice;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class HistoryController {

    /** One line of the history; {@code intact} tells whether its hash still fits it. */
    record Line(
            int sequence,
            int cycle,
            Instant at,
            String who,
            OccurrenceCategory category,
            @Nullable String task,
            @Nullable ReleaseStatus statusBefore,
            @Nullable ReleaseStatus statusAfter,
            @Nullable String decision,
            @Nullable String text,
            @Nullable Integer minutesSpent,
            @Nullable String previousHash,
            String hash,
            boolean intact) {

        static Line of(Occurrence o, @Nullable String personDigest) {
            return new Line(
                    o.sequence(),
                    o.cycle(),
                    o.at(),
                    o.who(),
                    o.category(),
                    o.task(),
                    o.statusBefore(),
                    o.statusAfter(),
                    o.decision(),
                    o.text(),
                    o.minutesSpent(),
                    o.previousHash(),
                    o.hash(),
                    o.isIntact(personDigest));
        }
    }

    private final Occurrences occurrences;
    private final PersonDigests persons;

    HistoryController(Occurrences occurrences, PersonDigests persons) {
        this.occurrences = occurrences;
        this.persons = persons;
    }

    @GetMapping("/api/releases/{number}/history")
    @Transactional(readOnly = true)
    public Slice<Line> history(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Integer after,
            @RequestParam(defaultValue = "200") @Min(1) @Max(200) int limit) {
        Slice<Occurrence> page = occurrences.history(number, after, limit);
        Map<String, String> digests =
                persons.all(page.items().stream().map(Occurrence::who).collect(Collectors.toSet()));
        List<Line> lines = page.items().stream()
                .map(occurrence -> Line.of(occurrence, digests.get(occurrence.who())))
                .toList();
        return new Slice<>(lines, page.next());
    }
}
