package org.slipway.audit.pack;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who decided and did what in a release, cycle by cycle, and that they were different people where they have to be. */
record Decisions(String requester, List<Cycle> cycles) {

    private static final String APPROVING = "approveRelease";
    private static final String HOMOLOGATING = "homologateRelease";
    private static final Set<String> EXECUTING = Set.of("executeRelease", "testRelease", "extendRelease");
    private static final Set<String> OF_THE_REQUESTER = Set.of("authoriseRelease", "closeRelease");
    private static final Set<String> OUTSIDE_TASKS =
            Set.of("CREATION", "REOPENING", "CANCELLATION", "SUSPENSION", "REACTIVATION");
    private static final Set<String> COMPLETIONS = Set.of("EXECUTION", "APPROVAL");
    private static final String SYSTEM = "slipway";

    /**
     * A line of the history that tells of a decision or of a change of status.
     *
     * @param line its number in the history
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Deed(
            int line,
            int cycle,
            Instant at,
            String person,
            String category,
            @Nullable String task,
            @Nullable String decision,
            @Nullable String statusBefore,
            @Nullable String statusAfter,
            @Nullable String text,
            String hash) {

        /** Whoever captured a task, or shared it, has not done it. */
        private boolean isCompletion() {
            return task != null && COMPLETIONS.contains(category) && !person.equals(SYSTEM);
        }
    }

    /** Who has to be somebody else than whom. */
    enum Rule {
        APPROVER_IS_NOT_REQUESTER,
        EXECUTOR_IS_NEITHER_REQUESTER_NOR_APPROVER,
        HOMOLOGATOR_IS_NEITHER_REQUESTER_NOR_EXECUTOR,
        /** A requester who is no user any more is stood in for by release managers. */
        REQUESTER_AUTHORISES_AND_CLOSES
    }

    enum Verdict {
        KEPT,
        BROKEN,
        /** Somebody else did what is the requester's. */
        STOOD_IN,
        /** Nobody has done such a thing in this cycle. */
        NOTHING_YET
    }

    /**
     * @param people  who did what the rule is about
     * @param against those whom they must not be, or of {@link Rule#REQUESTER_AUTHORISES_AND_CLOSES}, whom they must be
     */
    record Duty(Rule rule, Verdict verdict, Set<String> people, Set<String> against) {}

    /** @param steps the deeds by task, in the order in which the tasks first came up; {@code release} is what no task did */
    record Cycle(int cycle, Map<String, List<Deed>> steps, List<Duty> fourEyes) {

        /** What somebody decided or did, in a task or outside of them, oldest first. */
        List<Deed> decided() {
            return steps.values().stream()
                    .flatMap(List::stream)
                    .filter(deed -> deed.task() != null || OUTSIDE_TASKS.contains(deed.category()))
                    .sorted(Comparator.comparingInt(Deed::line))
                    .toList();
        }
    }

    static Decisions of(String requester, Collection<Deed> deeds) {
        Map<Integer, List<Deed>> byCycle = new TreeMap<>();
        deeds.forEach(deed -> byCycle.computeIfAbsent(deed.cycle(), cycle -> new ArrayList<>())
                .add(deed));
        List<Cycle> cycles = new ArrayList<>();
        byCycle.forEach((cycle, of) -> cycles.add(cycle(cycle, requester, of)));
        return new Decisions(requester, cycles);
    }

    /** All deeds, oldest first. */
    List<Deed> deeds() {
        return cycles.stream()
                .flatMap(cycle -> cycle.steps().values().stream().flatMap(List::stream))
                .sorted(Comparator.comparingInt(Deed::line))
                .toList();
    }

    private static Cycle cycle(int cycle, String requester, List<Deed> deeds) {
        Map<String, List<Deed>> steps = new LinkedHashMap<>();
        deeds.forEach(
                deed -> steps.computeIfAbsent(deed.task() == null ? "release" : deed.task(), step -> new ArrayList<>())
                        .add(deed));
        return new Cycle(
                cycle,
                steps,
                List.of(
                        apart(Rule.APPROVER_IS_NOT_REQUESTER, deeds, Set.of(APPROVING), Set.of(), requester),
                        apart(
                                Rule.EXECUTOR_IS_NEITHER_REQUESTER_NOR_APPROVER,
                                deeds,
                                EXECUTING,
                                Set.of(APPROVING),
                                requester),
                        apart(
                                Rule.HOMOLOGATOR_IS_NEITHER_REQUESTER_NOR_EXECUTOR,
                                deeds,
                                Set.of(HOMOLOGATING),
                                EXECUTING,
                                requester),
                        own(deeds, requester)));
    }

    /** In the order of the lines: whoever did one thing must not do the other afterwards. */
    private static Duty apart(Rule rule, List<Deed> deeds, Set<String> doing, Set<String> before, String requester) {
        Set<String> against = new LinkedHashSet<>(Set.of(requester));
        Set<String> people = new LinkedHashSet<>();
        boolean kept = true;
        for (Deed deed : deeds) {
            if (!deed.isCompletion()) {
                continue;
            }
            if (doing.contains(deed.task())) {
                people.add(deed.person());
                kept &= !against.contains(deed.person());
            } else if (before.contains(deed.task())) {
                against.add(deed.person());
            }
        }
        Verdict verdict = people.isEmpty() ? Verdict.NOTHING_YET : kept ? Verdict.KEPT : Verdict.BROKEN;
        return new Duty(rule, verdict, people, against);
    }

    private static Duty own(List<Deed> deeds, String requester) {
        Set<String> people = new LinkedHashSet<>();
        deeds.stream()
                .filter(deed -> deed.isCompletion() && OF_THE_REQUESTER.contains(deed.task()))
                .map(Deed::person)
                .forEach(people::add);
        Verdict verdict = people.isEmpty()
                ? Verdict.NOTHING_YET
                : people.equals(Set.of(requester)) ? Verdict.KEPT : Verdict.STOOD_IN;
        return new Duty(Rule.REQUESTER_AUTHORISES_AND_CLOSES, verdict, people, Set.of(requester));
    }
}
