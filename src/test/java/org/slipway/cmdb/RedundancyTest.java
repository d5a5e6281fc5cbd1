package org.slipway.cmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slipway.cmdb.Impact.Direction;
import org.slipway.cmdb.Impact.Effect;
import org.slipway.shared.Malformed;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.RoomTest;
import org.springframework.context.annotation.Import;

/**
 * Two sites with a pool of ten hosts each; an endpoint per site runs on its pool and needs half of it; the service needs
 * one of the two endpoints; its report needs the service.
 */
@RoomTest
@OnBothDatabases
@Import(CmdbRoom.class)
class RedundancyTest {

    private final ImpactGraph graph;
    private final ConfigurationItems items;
    private final Relationships relationships;
    private final RelationshipTypes types;

    RedundancyTest(ImpactGraph graph, ConfigurationItems items, Relationships relationships, RelationshipTypes types) {
        this.graph = graph;
        this.items = items;
        this.relationships = relationships;
        this.types = types;
    }

    @BeforeEach
    void relate() {
        item("service", Map.of("depends_on", Redundancy.parse("1")));
        item("report", Map.of());
        relationships.add("report", "service", "depends_on");
        for (String site : List.of("north", "south")) {
            item("endpoint-" + site, Map.of("runs_on", Redundancy.parse("50%")));
            relationships.add("service", "endpoint-" + site, "depends_on");
            for (String host : hosts(site, 10)) {
                item(host, Map.of());
                relationships.add("endpoint-" + site, host, "runs_on");
            }
        }
    }

    @Test
    void oneHostAloneRaisesNoAlarm() {
        for (String host : hosts("north", 10)) {
            Impact impact = of(List.of(host));

            assertThat(impact.totals().impacted()).isZero();
            assertThat(impact.items()).singleElement().satisfies(endpoint -> {
                assertThat(endpoint.key()).isEqualTo("endpoint-north");
                assertThat(endpoint.effect()).isEqualTo(Effect.WEAKENED);
                assertThat(endpoint.loss()).isEqualTo(new Impact.Loss(1, 10, 5));
            });
        }
    }

    @Test
    void halfOfAPoolIsStillEnoughAndOneMoreIsNot() {
        assertThat(impacted(hosts("north", 5))).isEmpty();
        assertThat(impacted(hosts("north", 6))).containsExactly("endpoint-north");
    }

    @Test
    void aBundleThatTakesBothPoolsTakesTheService() {
        List<String> bundle = new ArrayList<>(hosts("north", 6));
        bundle.addAll(hosts("south", 6));

        assertThat(impacted(bundle)).containsExactly("endpoint-north", "endpoint-south", "service", "report");
        assertThat(of(bundle).items())
                .filteredOn(item -> item.key().equals("report"))
                .singleElement()
                .satisfies(report -> assertThat(report.path()).startsWith("report", "service"));
    }

    @Test
    void aShareOfAPoolBreaksJustTheServicesWhoseThresholdItCrosses() {
        Map<String, String> thresholds = Map.of("lax", "20%", "even", "50%", "tight", "66%");
        thresholds.forEach((name, threshold) -> {
            item(name, Map.of("runs_on", Redundancy.parse(threshold)));
            hosts("north", 10).forEach(host -> relationships.add(name, host, "runs_on"));
        });

        assertThat(impacted(hosts("north", 3))).isEmpty();
        assertThat(impacted(hosts("north", 4))).containsExactly("tight");
        assertThat(impacted(hosts("north", 5))).containsExactly("tight");
        assertThat(impacted(hosts("north", 6))).containsExactly("endpoint-north", "even", "tight");
        assertThat(impacted(hosts("north", 9))).contains("lax");
    }

    @Test
    void hostsOutOfUseAreNoMembers() {
        for (String host : hosts("north", 4)) {
            items.change(host, state -> state.with(ItemStatus.DEACTIVATED), Origin.manual(), null);
        }

        // Six are left; three may go.
        assertThat(impacted(List.of("north-5", "north-6", "north-7"))).isEmpty();
        assertThat(impacted(List.of("north-5", "north-6", "north-7", "north-8")))
                .containsExactly("endpoint-north");
    }

    @Test
    void aTypeStatesTheRedundancyOfItemsThatStateNone() {
        items.change("endpoint-north", state -> ItemStates.redundant(state, Map.of()), Origin.manual(), null);
        assertThat(impacted(hosts("north", 1))).contains("endpoint-north");

        types.change(
                "runs_on",
                type -> new RelationshipType.Details(
                        null,
                        type.level(),
                        ImpactRule.TOO_FEW_LEFT,
                        Redundancy.parse("20%"),
                        type.acyclic(),
                        type.status()));

        assertThat(impacted(hosts("north", 8))).isEmpty();
        assertThat(impacted(hosts("north", 9))).contains("endpoint-north");
    }

    @Test
    void aTypeThatNeverImpactsPassesNothingOn() {
        item("manual", Map.of());
        relationships.add("manual", "service", "describes");

        assertThat(impacted(List.of("service"))).containsExactly("report");
    }

    @Test
    void itIsAPartOfEveryVersion() {
        items.change(
                "endpoint-north",
                state -> ItemStates.redundant(state, Map.of("runs_on", Redundancy.parse("2"))),
                Origin.manual(),
                null);

        assertThat(items.versions("endpoint-north", 10, null).items())
                .extracting(version -> version.state().redundancy())
                .containsExactly(Map.of("runs_on", Redundancy.parse("2")), Map.of("runs_on", Redundancy.parse("50%")));
    }

    @Test
    void isReadAsANumberOrAShareAndNothingElse() {
        assertThat(Redundancy.parse("66.5 %")).hasToString("66.5%");
        assertThat(Redundancy.parse("66%").isKept(66, 100)).isTrue();
        assertThat(Redundancy.parse("66%").isKept(65, 100)).isFalse();
        assertThat(Redundancy.parse("3").isKept(2, 2))
                .as("a pool that never had three")
                .isTrue();
        for (String wrong : List.of("", "0%", "101%", "-1", "half", "1.234%", "=1")) {
            assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Redundancy.parse(wrong));
        }
    }

    private List<String> impacted(List<String> keys) {
        return graph.extent(keys).impacted();
    }

    private Impact of(List<String> keys) {
        return graph.around(keys, Direction.DEPENDENTS, 10, Impact.Shown.ALL, null, 100);
    }

    private void item(String key, Map<String, Redundancy> redundancy) {
        items.create(key, state -> ItemStates.redundant(state, redundancy), Origin.manual());
    }

    private static List<String> hosts(String site, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> site + "-" + i).toList();
    }
}
