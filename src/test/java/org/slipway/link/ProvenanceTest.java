package org.slipway.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slipway.cmdb.Baselines;
import org.slipway.cmdb.CmdbImport;
import org.slipway.cmdb.ConfigurationItem;
import org.slipway.cmdb.ConfigurationItems;
import org.slipway.cmdb.CsvSource;
import org.slipway.cmdb.ImportOptions;
import org.slipway.cmdb.ItemState;
import org.slipway.cmdb.ItemStatus;
import org.slipway.cmdb.ItemVersion;
import org.slipway.cmdb.Origin;
import org.slipway.cmdb.VersionOrigin;
import org.slipway.link.ItemLinks.LinkOrigin;
import org.slipway.link.ItemLinks.LinkedItem;
import org.slipway.release.ReleaseLifecycle;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.RoomTest;
import org.springframework.context.annotation.Import;

/**
 * Links, unlinks, synchronises changes and items, imports, keeps and restores baselines, destroys, deploys and backs out in
 * any order (the seed says which), beside a small model of what must come out: who brought which item, and every state that
 * each item has had with what made it.
 */
@RoomTest
@OnBothDatabases
@Import(LinkRoom.class)
class ProvenanceTest {

    private static final int ITEMS = 8;
    /** These are linked to nothing, because a deployment refuses what has been destroyed. */
    private static final int DOOMED = 2;

    private static final int CHANGES = 5;
    private static final int STEPS = 200;
    private static final String BY_HAND = "";
    private static final String SOURCE = "inventory";
    private static final String FILE = "items.csv";

    private final ChangeLinks changeLinks;
    private final ItemLinks itemLinks;
    private final Changes changes;
    private final ConfigurationItems items;
    private final CmdbImport cmdbImport;
    private final Baselines baselines;
    private final ReleaseLifecycle lifecycle;
    private final LinkRoom.Desk desk;
    private final EntityManager entityManager;

    private final Map<String, Set<String>> touched = new TreeMap<>();
    private final Set<String> linked = new TreeSet<>();
    /** Who brought each linked item: numbers of changes, or {@link #BY_HAND}. */
    private final Map<String, Set<String>> brought = new TreeMap<>();

    /** What each item has been, the oldest first. */
    private final Map<String, List<Version>> histories = new TreeMap<>();

    private final Set<String> ofTheSource = new TreeSet<>();
    private final Map<String, State> ofTheRelease = new TreeMap<>();
    private final Map<String, Map<String, State>> byHand = new TreeMap<>();
    private boolean deployed;

    ProvenanceTest(
            ChangeLinks changeLinks,
            ItemLinks itemLinks,
            Changes changes,
            ConfigurationItems items,
            CmdbImport cmdbImport,
            Baselines baselines,
            ReleaseLifecycle lifecycle,
            LinkRoom.Desk desk,
            EntityManager entityManager) {
        this.changeLinks = changeLinks;
        this.itemLinks = itemLinks;
        this.changes = changes;
        this.items = items;
        this.cmdbImport = cmdbImport;
        this.baselines = baselines;
        this.lifecycle = lifecycle;
        this.desk = desk;
        this.entityManager = entityManager;
    }

    /** Some that stay and one that is new every time; its name tells it. */
    static LongStream seeds() {
        return LongStream.of(1, 2, ThreadLocalRandom.current().nextLong(1_000_000));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void alwaysKnowsWhoBroughtWhatAndWhatBecameOfIt(long seed) {
        Random random = new Random(seed);
        for (String key : keys()) {
            items.create(key, state -> state, Origin.manual());
            histories.put(key, new ArrayList<>());
            modelBecame(key, new State(ItemStatus.ACTIVATED, false, false), Origin.manual());
        }
        for (int i = 0; i < CHANGES; i++) {
            synchronise("CHG-" + i, random);
        }
        String release = desk.register(List.of("CHG-0"), List.of("item-0"));
        modelBrought(release, "item-0", BY_HAND);
        modelLinked(release, "CHG-0");
        for (int step = 0; step < STEPS; step++) {
            String done = step(release, random);
            String where = "seed %d, step %d: %s".formatted(seed, step, done);
            if (step % 10 == 0) {
                entityManager.flush();
                entityManager.clear();
                assertHistoriesAgree(where);
            }
            assertLinksAgree(release, where);
        }
        assertHistoriesAgree("seed " + seed);
    }

    private static List<String> keys() {
        return Stream.concat(
                        IntStream.range(0, ITEMS).mapToObj(i -> "item-" + i),
                        IntStream.range(0, DOOMED).mapToObj(i -> "doomed-" + i))
                .toList();
    }

    private static Set<String> some(List<String> of, Random random) {
        return of.stream().filter(each -> random.nextInt(3) == 0).collect(Collectors.toCollection(TreeSet::new));
    }

    private String step(String release, Random random) {
        String key = "item-" + random.nextInt(ITEMS);
        String number = "CHG-" + random.nextInt(CHANGES);
        int kind = random.nextInt(50);
        switch (kind % 10) {
            case 0 -> synchronise(number, random);
            case 1, 2 -> linkOrUnlinkChange(release, number);
            case 3, 4 -> linkOrUnlinkItem(release, key);
            case 5 -> importStatus(key, random.nextBoolean() ? ItemStatus.ARCHIVED : ItemStatus.ACTIVATED);
            case 6 -> importAllOfTheSource(random);
            case 7 -> keepOrRestore(random);
            case 8 -> deployOrBackOut(release);
            default -> {
                if (kind == 49) {
                    importStatus("doomed-" + random.nextInt(DOOMED), ItemStatus.DESTROYED);
                }
            }
        }
        return kind % 10 + " " + key + " " + number;
    }

    private void synchronise(String number, Random random) {
        Set<String> keys = some(keys().subList(0, ITEMS), random);
        changes.register(
                new ChangeDraft(number, number, ChangeStatus.APPROVED, null, null, null, null, new ArrayList<>(keys)));
        touched.put(number, keys);
    }

    private void linkOrUnlinkChange(String release, String number) {
        if (!linked.contains(number)) {
            changeLinks.add(release, number);
            modelLinked(release, number);
        } else if (linked.size() > 1) {
            changeLinks.remove(release, number);
            linked.remove(number);
            for (String key : List.copyOf(brought.keySet())) {
                Set<String> by = brought.getOrDefault(key, new TreeSet<>());
                if (by.remove(number) && by.isEmpty()) {
                    modelGone(release, key);
                }
            }
        }
    }

    private void linkOrUnlinkItem(String release, String key) {
        if (brought.containsKey(key)) {
            itemLinks.remove(release, key);
            modelGone(release, key);
        } else if (!state(key).ended()) {
            itemLinks.add(release, key);
            modelBrought(release, key, BY_HAND);
        }
    }

    private void importStatus(String key, ItemStatus next) {
        cmdbImport.run(List.of(file("key,status\n" + key + "," + next + "\n")));
        State before = state(key);
        modelChanged(key, new State(next, before.deployedVersion(), before.ended()), imported(FILE));
    }

    /** What the source had and has no longer is retired; what it has again comes back. */
    private void importAllOfTheSource(Random random) {
        Set<String> present = some(keys(), random);
        cmdbImport.run(
                List.of(file("key\n" + String.join("\n", present) + "\n")),
                new ImportOptions(false, SOURCE, true),
                rows -> {});
        for (String key : present) {
            State before = state(key);
            boolean back = ofTheSource.contains(key)
                    && before.ended()
                    && before.status() == ItemStatus.DEACTIVATED
                    && newest(key).origin().kind() == VersionOrigin.IMPORT;
            if (back) {
                modelChanged(key, new State(ItemStatus.ACTIVATED, before.deployedVersion(), false), imported(FILE));
            }
        }
        ofTheSource.addAll(present);
        for (String key : ofTheSource) {
            State before = state(key);
            if (!present.contains(key) && !before.ended() && before.status() != ItemStatus.DESTROYED) {
                modelBecame(key, new State(ItemStatus.DEACTIVATED, before.deployedVersion(), true), imported(SOURCE));
            }
        }
    }

    private static Origin imported(String reference) {
        return new Origin(VersionOrigin.IMPORT, reference);
    }

    private static CsvSource file(String csv) {
        return new CsvSource(FILE, () -> new ByteArrayInputStream(csv.getBytes(UTF_8)));
    }

    private void keepOrRestore(Random random) {
        if (byHand.isEmpty() || random.nextInt(3) == 0) {
            List<String> kept = new ArrayList<>(some(keys(), random));
            if (!kept.isEmpty()) {
                String name = "baseline-" + byHand.size();
                baselines.take(name, kept);
                byHand.put(name, kept.stream().collect(Collectors.toMap(key -> key, this::state)));
            }
            return;
        }
        String name = "baseline-" + random.nextInt(byHand.size());
        Set<String> only = random.nextBoolean() ? Set.of() : some(keys(), random);
        baselines.restore(name, only);
        byHand.getOrDefault(name, Map.of()).forEach((key, kept) -> {
            if (only.isEmpty() || only.contains(key)) {
                modelChanged(key, kept, new Origin(VersionOrigin.RESTORED, name));
            }
        });
    }

    private void deployOrBackOut(String release) {
        if (deployed) {
            lifecycle.backedOut(release);
            deployed = false;
            ofTheRelease.forEach((key, kept) -> modelChanged(key, kept, backedOut(release)));
            ofTheRelease.clear();
        } else {
            lifecycle.deploymentTookEffect(release);
            deployed = true;
            brought.keySet().forEach(key -> modelDeployed(release, key));
        }
    }

    private static Origin backedOut(String release) {
        return new Origin(VersionOrigin.BACKED_OUT, release);
    }

    /** A change brings what it touches at that moment, but for what has come to its end. */
    private void modelLinked(String release, String number) {
        linked.add(number);
        touched.getOrDefault(number, Set.of()).stream()
                .filter(key -> brought.containsKey(key) || !state(key).ended())
                .forEach(key -> modelBrought(release, key, number));
    }

    private void modelBrought(String release, String key, String by) {
        boolean isNew = !brought.containsKey(key);
        brought.computeIfAbsent(key, any -> new TreeSet<>()).add(by);
        if (isNew && deployed) {
            modelDeployed(release, key);
        }
    }

    private void modelGone(String release, String key) {
        brought.remove(key);
        State before = ofTheRelease.remove(key);
        if (before != null) {
            modelChanged(key, before, backedOut(release));
        }
    }

    /** A deployment is worth a version even when the item was being deployed already. */
    private void modelDeployed(String release, String key) {
        ofTheRelease.putIfAbsent(key, state(key));
        modelBecame(
                key,
                new State(ItemStatus.DEPLOYMENT, true, state(key).ended()),
                new Origin(VersionOrigin.RELEASE_DEPLOYED, release));
    }

    /** Nobody brings back what has been destroyed, and what stays as it is gets no version. */
    private void modelChanged(String key, State next, Origin origin) {
        if (!next.equals(state(key)) && state(key).status() != ItemStatus.DESTROYED) {
            modelBecame(key, next, origin);
        }
    }

    private void modelBecame(String key, State next, Origin origin) {
        history(key).add(new Version(history(key).size(), next, origin));
    }

    private List<Version> history(String key) {
        return Objects.requireNonNull(histories.get(key));
    }

    private Version newest(String key) {
        return history(key).get(history(key).size() - 1);
    }

    private State state(String key) {
        return newest(key).state();
    }

    private void assertLinksAgree(String release, String where) {
        List<LinkedItem> actual = itemLinks.list(release, null, 100).items();
        assertThat(actual).as(where).extracting(LinkedItem::key).containsExactlyElementsOf(brought.keySet());
        for (LinkedItem item : actual) {
            Set<String> by = new TreeSet<>(brought.getOrDefault(item.key(), Set.of()));
            boolean byHandToo = by.remove(BY_HAND);
            assertThat(item.origin()).as(where).isEqualTo(byHandToo ? LinkOrigin.MANUAL : LinkOrigin.CHANGE);
            assertThat(item.broughtBy()).as(where).containsExactlyElementsOf(by);
            assertThat(item.status()).as(where).isEqualTo(state(item.key()).status());
        }
        assertThat(changeLinks.list(release, null, 100).items())
                .as(where)
                .extracting(ChangeLinks.LinkedChange::number)
                .containsExactlyElementsOf(linked);
    }

    /** Every version that has ever been, without gaps, and the item is what its newest one says. */
    private void assertHistoriesAgree(String where) {
        histories.forEach((key, expected) -> {
            ConfigurationItem item = items.get(key);
            List<ItemVersion> actual =
                    new ArrayList<>(items.versions(key, 1000, null).items());
            assertThat(actual.get(0).state()).as(where).isEqualTo(item.state());
            assertThat(actual.get(0).number()).as(where).isEqualTo(item.version());
            assertThat(actual.get(0).origin()).as(where).isEqualTo(item.lastOrigin());
            Collections.reverse(actual);
            assertThat(actual)
                    .as(where + ", " + key)
                    .extracting(version -> new Version(number(version), State.of(version.state()), version.origin()))
                    .containsExactlyElementsOf(expected);
        });
    }

    private static int number(ItemVersion version) {
        return Integer.parseInt(version.number().substring("1.".length()));
    }

    /** What the model knows of an item: its status, whether it runs the version of the release, whether its end has come. */
    private record State(ItemStatus status, boolean deployedVersion, boolean ended) {

        static State of(ItemState state) {
            return new State(state.status(), state.productVersion() != null, state.endDate() != null);
        }
    }

    private record Version(int revision, State state, Origin origin) {}
}
