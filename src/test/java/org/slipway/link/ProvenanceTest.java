package org.slipway.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slipway.cmdb.CmdbImport;
import org.slipway.cmdb.ConfigurationItem;
import org.slipway.cmdb.ConfigurationItems;
import org.slipway.cmdb.CsvSource;
import org.slipway.cmdb.ItemStatus;
import org.slipway.cmdb.ItemVersion;
import org.slipway.cmdb.Origin;
import org.slipway.link.ItemLinks.LinkOrigin;
import org.slipway.link.ItemLinks.LinkedItem;
import org.slipway.release.ReleaseLifecycle;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.RoomTest;
import org.springframework.context.annotation.Import;

/**
 * Links, unlinks, synchronises changes, imports items, deploys and backs out in any order (the seed says which), beside a
 * small model of what must come out: who brought which item, what state each item has, how many versions.
 */
@RoomTest
@OnBothDatabases
@Import(LinkRoom.class)
class ProvenanceTest {

    private static final int ITEMS = 8;
    private static final int CHANGES = 5;
    private static final int STEPS = 150;
    private static final String BY_HAND = "";

    private final ChangeLinks changeLinks;
    private final ItemLinks itemLinks;
    private final Changes changes;
    private final ConfigurationItems items;
    private final CmdbImport cmdbImport;
    private final ReleaseLifecycle lifecycle;
    private final LinkRoom.Desk desk;
    private final EntityManager entityManager;

    private final Map<String, Set<String>> touched = new TreeMap<>();
    private final Set<String> linked = new TreeSet<>();
    /** Who brought each linked item: numbers of changes, or {@link #BY_HAND}. */
    private final Map<String, Set<String>> brought = new TreeMap<>();

    private final Map<String, State> states = new TreeMap<>();
    private final Map<String, Integer> versions = new TreeMap<>();
    private final Map<String, State> baseline = new TreeMap<>();
    private boolean deployed;

    ProvenanceTest(
            ChangeLinks changeLinks,
            ItemLinks itemLinks,
            Changes changes,
            ConfigurationItems items,
            CmdbImport cmdbImport,
            ReleaseLifecycle lifecycle,
            LinkRoom.Desk desk,
            EntityManager entityManager) {
        this.changeLinks = changeLinks;
        this.itemLinks = itemLinks;
        this.changes = changes;
        this.items = items;
        this.cmdbImport = cmdbImport;
        this.lifecycle = lifecycle;
        this.desk = desk;
        this.entityManager = entityManager;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void alwaysKnowsWhoBroughtWhatAndWhatBecameOfIt(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < ITEMS; i++) {
            String key = "item-" + i;
            items.create(key, state -> state, Origin.manual());
            states.put(key, new State(ItemStatus.ACTIVATED, false));
            versions.put(key, 1);
        }
        for (int i = 0; i < CHANGES; i++) {
            synchronise("CHG-" + i, random);
        }
        String release = desk.register(List.of("CHG-0"), List.of("item-0"));
        modelLinkedByHand("item-0");
        modelLinked("CHG-0");
        for (int step = 0; step < STEPS; step++) {
            step(release, random);
            if (step % 10 == 0) {
                entityManager.flush();
                entityManager.clear();
            }
            assertAgrees(release);
        }
    }

    private void step(String release, Random random) {
        String key = "item-" + random.nextInt(ITEMS);
        String number = "CHG-" + random.nextInt(CHANGES);
        switch (random.nextInt(8)) {
            case 0 -> synchronise(number, random);
            case 1, 2 -> linkOrUnlinkChange(release, number);
            case 3, 4 -> linkOrUnlinkItem(release, key);
            case 5 -> importStatus(key, random.nextBoolean() ? ItemStatus.ARCHIVED : ItemStatus.ACTIVATED);
            case 6 -> deploy(release);
            default -> backOut(release);
        }
    }

    private void synchronise(String number, Random random) {
        Set<String> keys = IntStream.range(0, ITEMS)
                .filter(i -> random.nextInt(3) == 0)
                .mapToObj(i -> "item-" + i)
                .collect(Collectors.toCollection(TreeSet::new));
        changes.register(
                new ChangeDraft(number, number, ChangeStatus.APPROVED, null, null, null, null, new ArrayList<>(keys)));
        touched.put(number, keys);
    }

    private void linkOrUnlinkChange(String release, String number) {
        if (!linked.contains(number)) {
            changeLinks.add(release, number);
            modelLinked(number);
        } else if (linked.size() > 1) {
            changeLinks.remove(release, number);
            linked.remove(number);
            for (String key : List.copyOf(brought.keySet())) {
                Set<String> by = brought.getOrDefault(key, new TreeSet<>());
                if (by.remove(number) && by.isEmpty()) {
                    modelGone(key);
                }
            }
        }
    }

    private void linkOrUnlinkItem(String release, String key) {
        if (brought.containsKey(key)) {
            itemLinks.remove(release, key);
            modelGone(key);
        } else {
            itemLinks.add(release, key);
            modelLinkedByHand(key);
        }
    }

    private void importStatus(String key, ItemStatus next) {
        String csv = "key,status\n" + key + "," + next + "\n";
        cmdbImport.run(List.of(new CsvSource("file", () -> new ByteArrayInputStream(csv.getBytes(UTF_8)))));
        modelChanged(key, new State(next, state(key).deployedVersion()));
    }

    private void deploy(String release) {
        lifecycle.deploymentTookEffect(release);
        if (!deployed) {
            deployed = true;
            brought.keySet().forEach(this::modelDeployed);
        }
    }

    private void backOut(String release) {
        lifecycle.backedOut(release);
        if (deployed) {
            deployed = false;
            baseline.forEach(this::modelChanged);
            baseline.clear();
        }
    }

    private void modelLinked(String number) {
        linked.add(number);
        touched.getOrDefault(number, Set.of()).forEach(key -> modelBrought(key, number));
    }

    private void modelLinkedByHand(String key) {
        modelBrought(key, BY_HAND);
    }

    private void modelBrought(String key, String by) {
        boolean isNew = !brought.containsKey(key);
        brought.computeIfAbsent(key, any -> new TreeSet<>()).add(by);
        if (isNew && deployed) {
            modelDeployed(key);
        }
    }

    private void modelGone(String key) {
        brought.remove(key);
        State before = baseline.remove(key);
        if (before != null) {
            modelChanged(key, before);
        }
    }

    /** A deployment is worth a version even when the item was being deployed already. */
    private void modelDeployed(String key) {
        baseline.putIfAbsent(key, state(key));
        states.put(key, new State(ItemStatus.DEPLOYMENT, true));
        versions.merge(key, 1, Integer::sum);
    }

    private void modelChanged(String key, State next) {
        if (!next.equals(states.put(key, next))) {
            versions.merge(key, 1, Integer::sum);
        }
    }

    private State state(String key) {
        return Objects.requireNonNull(states.get(key));
    }

    private void assertAgrees(String release) {
        List<LinkedItem> actual = itemLinks.list(release, null, 100).items();
        assertThat(actual).extracting(LinkedItem::key).containsExactlyElementsOf(brought.keySet());
        for (LinkedItem item : actual) {
            Set<String> by = new TreeSet<>(brought.getOrDefault(item.key(), Set.of()));
            boolean byHand = by.remove(BY_HAND);
            assertThat(item.origin()).isEqualTo(byHand ? LinkOrigin.MANUAL : LinkOrigin.CHANGE);
            assertThat(item.broughtBy()).containsExactlyElementsOf(by);
        }
        assertThat(changeLinks.list(release, null, 100).items())
                .extracting(ChangeLinks.LinkedChange::number)
                .containsExactlyElementsOf(linked);
        versions.forEach((key, count) -> {
            ConfigurationItem item = items.get(key);
            List<ItemVersion> history = items.versions(key, 1000, null).items();
            assertThat(item.status()).as(key).isEqualTo(state(key).status());
            assertThat(item.state().productVersion() != null)
                    .as(key)
                    .isEqualTo(state(key).deployedVersion());
            assertThat(history).as(key).hasSize(count);
            assertThat(history.get(0).state()).isEqualTo(item.state());
            assertThat(history.get(0).number()).isEqualTo(item.version());
        });
    }

    /** What the model knows of an item: its status, and whether it runs the version of the release. */
    private record State(ItemStatus status, boolean deployedVersion) {}
}
