package org.slipway.process.flow;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slipway.access.PersonDigests;
import org.slipway.release.LegalHolds;
import org.springframework.stereotype.Component;

/** Puts digests where people stand in what is kept, and, when it is read, those people or what stands for them now. */
@Component
class DigestedPeople {

    private static final String MARK = "person:";
    private static final Pattern DIGESTED = Pattern.compile(MARK + "([0-9a-f]{64})");

    private final PersonDigests digests;
    private final LegalHolds holds;

    DigestedPeople(PersonDigests digests, LegalHolds holds) {
        this.digests = digests;
        this.holds = holds;
    }

    String digested(String person) {
        return MARK + digests.of(person);
    }

    /** Of a value, which may be a person, or anything else. */
    String digestedIfKnown(String value) {
        return digests.isKnown(value) ? digested(value) : value;
    }

    /** An erasure leaves the names of a release that is held. */
    List<KeptRun> named(String release, Collection<KeptRun> runs) {
        Set<String> found = new TreeSet<>();
        UnaryOperator<String> collecting = text -> {
            Matcher digested = DIGESTED.matcher(text);
            if (digested.matches()) {
                found.add(digested.group(1));
            }
            return text;
        };
        runs.forEach(run -> run.with(collecting));
        Map<String, String> names = digests.names(found, holds.isHeld(release));
        return runs.stream()
                .map(run -> run.with(text -> {
                    Matcher digested = DIGESTED.matcher(text);
                    return digested.matches() ? Objects.requireNonNullElse(names.get(digested.group(1)), text) : text;
                }))
                .toList();
    }
}
