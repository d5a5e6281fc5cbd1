package org.slipway.reporting.rights;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slipway.access.EnginePowers;
import org.slipway.access.Memberships;
import org.slipway.access.Memberships.Member;
import org.slipway.access.Operation;
import org.slipway.access.Rights;
import org.slipway.shared.Malformed;
import org.slipway.shared.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may do what, as it holds now: the rights of groups and the engine's grants, over everybody who is in a group that has
 * any (src/docs/domain.md, Permissions). What a release allows in person is not in it.
 */
@Service
class EffectiveRights {

    private static final String DIRECTLY = "";

    /** An operation where it holds. */
    private record Held(String operation, String scope) implements Comparable<Held> {

        private static final Comparator<Held> ORDER =
                Comparator.comparing(Held::operation).thenComparing(Held::scope);

        @Override
        public int compareTo(Held other) {
            return ORDER.compare(this, other);
        }
    }

    /** What gives it: groups by their ids, people by theirs. */
    private record Sources(Map<String, Set<Held>> groups, Map<String, Set<Held>> people) {}

    private record Cursor(String person, Held held) {

        static Cursor of(String after) {
            String[] parts = PageKeys.read(after).split("\n", -1);
            if (parts.length != 3) {
                throw new Malformed("page-unknown", "after", after);
            }
            return new Cursor(parts[0], new Held(parts[1], parts[2]));
        }
    }

    private final Rights rights;
    private final EnginePowers powers;
    private final Memberships memberships;
    private final ReportReaders readers;

    EffectiveRights(Rights rights, EnginePowers powers, Memberships memberships, ReportReaders readers) {
        this.rights = rights;
        this.powers = powers;
        this.memberships = memberships;
        this.readers = readers;
    }

    /**
     * By person, operation and scope. Refuses {@code operation-unknown}, {@code page-unknown} and, with
     * {@code operation-not-allowed}, who may neither audit nor grant rights.
     */
    @Transactional(readOnly = true)
    public Slice<EffectiveRight> find(RightsQuestion question, @Nullable String after, int limit) {
        readers.require();
        Sources sources = sources(question.operation());
        Cursor cursor = after == null ? null : Cursor.of(after);
        List<Member> members = memberships.find(
                new Memberships.Wanted(
                        sources.groups().keySet(), sources.people().keySet(), question.person(), question.words()),
                cursor == null ? "" : cursor.person(),
                limit + 1);
        List<EffectiveRight> found = members.stream()
                .flatMap(member -> of(member, sources))
                .filter(right -> cursor == null
                        || !right.person().equals(cursor.person())
                        || new Held(right.operation(), right.scope()).compareTo(cursor.held()) > 0)
                .limit(limit + 1L)
                .toList();
        return Slice.of(
                found,
                limit,
                right -> PageKeys.write(right.person() + "\n" + right.operation() + "\n" + right.scope()));
    }

    private static Stream<EffectiveRight> of(Member member, Sources sources) {
        Map<Held, Set<String>> through = new TreeMap<>();
        member.groups()
                .forEach(group -> sources.groups()
                        .getOrDefault(group, Set.of())
                        .forEach(held -> through.computeIfAbsent(held, first -> new TreeSet<>())
                                .add(group)));
        sources.people()
                .getOrDefault(member.person(), Set.of())
                .forEach(held ->
                        through.computeIfAbsent(held, first -> new TreeSet<>()).add(DIRECTLY));
        return through.entrySet().stream()
                .map(entry -> new EffectiveRight(
                        member.person(),
                        member.name(),
                        entry.getKey().operation(),
                        entry.getKey().scope(),
                        entry.getValue().stream()
                                .filter(group -> !group.equals(DIRECTLY))
                                .toList()));
    }

    private Sources sources(@Nullable String wanted) {
        requireKnown(wanted);
        Map<String, Set<Held>> groups = new HashMap<>();
        Map<String, Set<Held>> people = new HashMap<>();
        rights.granted()
                .forEach(right -> right.operations().stream()
                        .filter(operation -> wanted == null || wanted.equals(operation.name()))
                        .forEach(operation -> groups.computeIfAbsent(right.group(), first -> new LinkedHashSet<>())
                                .add(new Held(operation.name(), right.model()))));
        powers.granted().stream()
                .filter(granted ->
                        wanted == null || wanted.equals(granted.power().name()))
                .forEach(granted -> (granted.group() == null ? people : groups)
                        .computeIfAbsent(
                                Objects.requireNonNull(granted.group() == null ? granted.person() : granted.group()),
                                first -> new LinkedHashSet<>())
                        .add(new Held(granted.power().name(), granted.scope())));
        return new Sources(groups, people);
    }

    private static void requireKnown(@Nullable String operation) {
        Set<String> known = Stream.concat(Stream.of(Operation.values()), Stream.of(EnginePowers.Power.values()))
                .map(Enum::name)
                .collect(Collectors.toSet());
        if (operation != null && !known.contains(operation)) {
            throw new Malformed("operation-unknown", "operation", operation);
        }
    }
}
