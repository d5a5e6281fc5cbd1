package org.slipway.cmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slipway.cmdb.Impact.Direction;
import org.slipway.shared.BusinessRuleViolated;
import org.slipway.shared.Malformed;
import org.slipway.shared.Slice;
import org.slipway.shared.Unknown;
import org.slipway.shared.WrongState;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.RoomTest;
import org.springframework.context.annotation.Import;

/** shop needs api and pay; both need db; db needs host; host and db need each other in a ring. */
@RoomTest
@OnBothDatabases
@Import(CmdbRoom.class)
class ImpactGraphTest {

    private final ImpactGraph graph;
    private final Relationships relationships;
    private final ConfigurationItems items;

    ImpactGraphTest(ImpactGraph graph, Relationships relationships, ConfigurationItems items) {
        this.graph = graph;
        this.relationships = relationships;
        this.items = items;
    }

    @BeforeEach
    void relate() {
        List.of("shop", "api", "pay", "db", "host")
                .forEach(key -> items.create(key, ItemState.initial(key), Origin.manual()));
        relationships.add("shop", "api", "depends_on");
        relationships.add("shop", "pay", "depends_on");
        relationships.add("api", "db", "depends_on");
        relationships.add("pay", "db", "depends_on");
        relationships.add("db", "host", "runs_on");
        relationships.add("host", "db", "watched_by");
    }

    @Test
    void findsWhoeverNeedsItNearestFirst() {
        Impact impact = around(List.of("db"), Direction.DEPENDENTS, 2);

        assertThat(impact.items())
                .extracting(Impact.Reached::key, Impact.Reached::level)
                .containsExactly(tuple("api", 1), tuple("host", 1), tuple("pay", 1), tuple("shop", 2));
        assertThat(impact.relationships()).contains(new Connection("shop", "api", "depends_on"));
        assertThat(impact.truncated()).isFalse();
    }

    @Test
    void findsWhatItNeedsUpToTheDepthAsked() {
        assertThat(around(List.of("shop"), Direction.DEPENDENCIES, 1).items())
                .extracting(Impact.Reached::key)
                .containsExactly("api", "pay");
        assertThat(around(List.of("shop"), Direction.DEPENDENCIES, 9).items())
                .extracting(Impact.Reached::key)
                .containsExactly("api", "pay", "db", "host");
    }

    @Test
    void findsBothOfSeveralItemsAtOnce() {
        assertThat(around(List.of("api", "host"), Direction.BOTH, 1).items())
                .extracting(Impact.Reached::key)
                .containsExactlyInAnyOrder("shop", "db");
    }

    @Test
    void saysByWhichPathAnItemIsReached() {
        assertThat(around(List.of("host"), Direction.DEPENDENTS, 9).items())
                .filteredOn(item -> item.key().equals("shop"))
                .singleElement()
                .satisfies(shop -> {
                    assertThat(shop.path()).containsExactly("shop", "api", "db", "host");
                    assertThat(shop.through()).isEqualTo("depends_on");
                    assertThat(shop.effect()).isEqualTo(Impact.Effect.IMPACTED);
                });
    }

    @Test
    void showsPageAfterPageAndCountsThemAll() {
        Impact first = graph.around(List.of("host"), Direction.DEPENDENTS, 9, Impact.Shown.ALL, null, 3);
        Impact second = graph.around(List.of("host"), Direction.DEPENDENTS, 9, Impact.Shown.ALL, first.next(), 3);

        assertThat(first.items()).extracting(Impact.Reached::key).containsExactly("db", "api", "pay");
        assertThat(second.items()).extracting(Impact.Reached::key).containsExactly("shop");
        assertThat(first.totals().impacted()).isEqualTo(4);
        assertThat(first.truncated()).isTrue();
        assertThat(second.truncated()).isFalse();
        assertThat(second.next()).isNull();
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> graph.around(List.of("host"), Direction.DEPENDENTS, 9, Impact.Shown.ALL, "x", 3));
    }

    @Test
    void showsOnlyWhatIsAskedForButFollowsAll() {
        items.change(
                "shop",
                state -> ItemStates.described(state, "Service", Criticality.HIGH, "alice"),
                Origin.manual(),
                null);

        Impact services = graph.around(
                List.of("host"),
                Direction.DEPENDENTS,
                9,
                new Impact.Shown(List.of("Service"), Criticality.MEDIUM, null, null, Impact.Order.NEAREST_FIRST),
                null,
                10);

        assertThat(services.items()).extracting(Impact.Reached::key).containsExactly("shop");
        assertThat(services.owners()).containsExactly("alice");
    }

    @Test
    void showsTheCriticalOnesFirstWhenAsked() {
        items.change(
                "shop",
                state -> ItemStates.described(state, "Service", Criticality.CRITICAL, null),
                Origin.manual(),
                null);
        items.change(
                "pay", state -> ItemStates.described(state, "Service", Criticality.LOW, null), Origin.manual(), null);

        Impact impact = graph.around(
                List.of("host"),
                Direction.DEPENDENTS,
                9,
                new Impact.Shown(List.of(), null, null, null, Impact.Order.CRITICAL_FIRST),
                null,
                3);

        assertThat(impact.items()).extracting(Impact.Reached::key).containsExactly("shop", "pay", "db");
    }

    @Test
    void passesOverWhatIsNotInUse() {
        items.change("api", state -> state.with(ItemStatus.ARCHIVED), Origin.manual(), null);

        assertThat(around(List.of("db"), Direction.DEPENDENTS, 9).items())
                .extracting(Impact.Reached::key)
                .containsExactly("host", "pay", "shop");
    }

    @Test
    void refusesARingWhereTheTypeForbidsIt() {
        relationships.add("pay", "host", "located_in");
        relationships.add("host", "shop", "located_in");

        assertThatExceptionOfType(BusinessRuleViolated.class)
                .isThrownBy(() -> relationships.add("shop", "pay", "located_in"))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("relationship-cycle"));
    }

    @Test
    void listsTheRelationshipsOfAnItemPageByPage() {
        List<Connection> all = new ArrayList<>();
        @Nullable String after = null;
        do {
            Slice<Connection> page = relationships.of("db", 1, after);
            all.addAll(page.items());
            after = page.next();
        } while (after != null);

        assertThat(all)
                .containsExactly(
                        new Connection("api", "db", "depends_on"),
                        new Connection("db", "host", "runs_on"),
                        new Connection("host", "db", "watched_by"),
                        new Connection("pay", "db", "depends_on"));
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> relationships.of("db", 1, "nonsense"));
    }

    @Test
    void refusesARelationshipTwiceToItselfOrToNothing() {
        assertThatExceptionOfType(WrongState.class)
                .isThrownBy(() -> relationships.add("shop", "api", "depends_on"))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("relationship-exists"));
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> relationships.add("shop", "shop", "depends_on"))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("relationship-to-itself"));
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> relationships.add("shop", "nothing", "depends_on"))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("to"));
    }

    @Test
    void removesARelationshipOnce() {
        relationships.remove("shop", "api", "depends_on");

        assertThatExceptionOfType(Unknown.class).isThrownBy(() -> relationships.remove("shop", "api", "depends_on"));
    }

    private Impact around(List<String> keys, Direction direction, int depth) {
        return graph.around(keys, direction, depth, Impact.Shown.ALL, null, 100);
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }
}
