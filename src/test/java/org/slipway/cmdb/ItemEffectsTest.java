package org.slipway.cmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slipway.shared.BusinessRuleViolated;
import org.slipway.shared.Unknown;
import org.slipway.support.CountedStatements;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.RoomTest;
import org.springframework.context.annotation.Import;

@RoomTest
@OnBothDatabases
@Import({CmdbRoom.class, CountedStatements.class})
class ItemEffectsTest {

    private static final Origin CONCLUDED = new Origin(VersionOrigin.RELEASE_CONCLUDED, "REL-000042");
    private static final Origin DEPLOYED = new Origin(VersionOrigin.RELEASE_DEPLOYED, "REL-000042");
    private static final Origin BACKED_OUT = new Origin(VersionOrigin.BACKED_OUT, "REL-000042");

    private final ItemEffects effects;
    private final ConfigurationItems items;
    private final EntityManager entityManager;

    ItemEffectsTest(ItemEffects effects, ConfigurationItems items, EntityManager entityManager) {
        this.effects = effects;
        this.items = items;
        this.entityManager = entityManager;
    }

    @ParameterizedTest
    @CsvSource({
        "DEVELOPMENT, PRODUCTION_STANDARD",
        "DEVELOPMENT_STANDARD, PRODUCTION_STANDARD",
        "HOMOLOGATION, PRODUCTION_STANDARD",
        "HOMOLOGATION_STANDARD, PRODUCTION_STANDARD",
        ", PRODUCTION_STANDARD",
        "PRODUCTION, PRODUCTION",
        "PRODUCTION_STANDARD, PRODUCTION_STANDARD",
        "INVENTORY, INVENTORY"
    })
    void promotesToProductionWhatHasNotBeenThere(@Nullable ItemGroup from, ItemGroup to) {
        create("api", from);

        List<ItemEffect> report = effects.promote(List.of("api"), CONCLUDED, null);

        assertThat(report)
                .containsExactly(
                        new ItemEffect("api", ItemStatus.ACTIVATED, ItemStatus.VALIDATE_ITEM, from, to, true, "1.1"));
        assertThat(items.get("api").group()).isEqualTo(to);
        assertThat(items.get("api").lastOrigin()).isEqualTo(CONCLUDED);
    }

    @Test
    void notesEveryPromotionAsAVersionEvenOfWhatStaysTheSame() {
        create("api", null);

        effects.promote(List.of("api"), CONCLUDED, "4.2");
        effects.promote(List.of("api"), CONCLUDED, null);

        assertThat(items.get("api").version()).isEqualTo("1.2");
        assertThat(items.get("api").state().productVersion()).isEqualTo("4.2");
    }

    @Test
    void takesTheSameRoundTripsForFiftyItemsAsForOne() {
        create("alone", null);
        List<String> fifty = IntStream.range(0, 50).mapToObj(i -> "item-" + i).toList();
        fifty.forEach(key -> create(key, ItemGroup.DEVELOPMENT));

        assertThat(roundTrips(fifty)).isEqualTo(roundTrips(List.of("alone")));
    }

    @Test
    void restoresWhatTheBaselineKeptAndWritesAVersionOnlyOfWhatDiffers() {
        create("api", ItemGroup.DEVELOPMENT);
        create("db", ItemGroup.PRODUCTION);
        effects.deployed("REL-000042/1", List.of("api", "db"), DEPLOYED, "4.2");
        ItemState before = ItemState.initial("db").with(ItemStatus.ACTIVATED, ItemGroup.PRODUCTION, null);
        items.change("db", state -> before, Origin.manual(), null);

        List<ItemEffect> report = effects.restore("REL-000042/1", BACKED_OUT);

        assertThat(report)
                .containsExactly(
                        new ItemEffect(
                                "api",
                                ItemStatus.DEPLOYMENT,
                                ItemStatus.ACTIVATED,
                                ItemGroup.DEVELOPMENT,
                                ItemGroup.DEVELOPMENT,
                                true,
                                "1.2"),
                        new ItemEffect(
                                "db",
                                ItemStatus.ACTIVATED,
                                ItemStatus.ACTIVATED,
                                ItemGroup.PRODUCTION,
                                ItemGroup.PRODUCTION,
                                false,
                                "1.2"));
        assertThat(items.get("api").state().productVersion()).isNull();
        assertThat(items.versions("api", 10, null).items())
                .extracting(version -> version.origin().kind())
                .containsExactly(VersionOrigin.BACKED_OUT, VersionOrigin.RELEASE_DEPLOYED, VersionOrigin.MANUAL);
    }

    @Test
    void keepsWhatABaselineTookFirst() {
        create("api", ItemGroup.DEVELOPMENT);
        create("db", null);
        effects.deployed("first", List.of("api"), DEPLOYED, null);

        effects.deployed("first", List.of("api", "db"), DEPLOYED, null);
        effects.restore("first", BACKED_OUT);

        assertThat(items.get("api").status()).isEqualTo(ItemStatus.ACTIVATED);
        assertThat(items.get("db").status()).isEqualTo(ItemStatus.ACTIVATED);
    }

    @Test
    void undoesNothingThatIsDoneAfterABaselineHasServed() {
        create("api", null);
        effects.deployed("b", List.of("api"), DEPLOYED, null);
        effects.restore("b", BACKED_OUT);
        items.change("api", state -> state.with(ItemStatus.ARCHIVED), Origin.manual(), null);

        assertThat(effects.restore("b", BACKED_OUT)).isEmpty();

        assertThat(items.get("api").status()).isEqualTo(ItemStatus.ARCHIVED);
    }

    @Test
    void restoresSomeOfTheItemsAndTheOthersLater() {
        create("api", null);
        create("db", null);
        effects.deployed("b", List.of("api", "db"), DEPLOYED, null);

        assertThat(effects.restore("b", List.of("db", "elsewhere"), BACKED_OUT))
                .extracting(ItemEffect::key)
                .containsExactly("db");
        assertThat(effects.restore("b", BACKED_OUT)).extracting(ItemEffect::key).containsExactly("api");
    }

    @Test
    void takesTheSameRoundTripsToRestoreFiftyItemsAsOne() {
        create("alone", null);
        List<String> fifty = IntStream.range(0, 50).mapToObj(i -> "item-" + i).toList();
        fifty.forEach(key -> create(key, ItemGroup.DEVELOPMENT));
        baselineAndDeploy("one", List.of("alone"));
        baselineAndDeploy("fifty", fifty);

        long one = CountedStatements.of(() -> restore("one"));

        assertThat(CountedStatements.of(() -> restore("fifty"))).isEqualTo(one);
        assertThat(items.get("item-17").status()).isEqualTo(ItemStatus.ACTIVATED);
    }

    @Test
    void refusesADestroyedItemButRestoresTheOthers() {
        create("api", null);
        create("gone", null);
        effects.deployed("b", List.of("api", "gone"), DEPLOYED, null);
        items.change("gone", state -> state.with(ItemStatus.DESTROYED), Origin.manual(), null);

        assertThatExceptionOfType(BusinessRuleViolated.class)
                .isThrownBy(() -> effects.promote(List.of("gone"), CONCLUDED, null))
                .satisfies(refusal -> assertThat(refusal.arguments()).containsExactly("gone"));
        assertThat(effects.restore("b", BACKED_OUT))
                .extracting(ItemEffect::changed)
                .containsExactly(true, false);
        assertThat(items.get("gone").status()).isEqualTo(ItemStatus.DESTROYED);
    }

    @Test
    void worksAgainOnWhatIsLeftWhenAnItemHasBeenDestroyed() {
        create("api", null);
        create("gone", null);
        items.change("gone", state -> state.with(ItemStatus.DESTROYED), Origin.manual(), null);

        assertThat(effects.reopened("b", List.of("api", "gone"), CONCLUDED))
                .extracting(ItemEffect::toStatus, ItemEffect::changed)
                .containsExactly(tuple(ItemStatus.IN_MAINTENANCE, true), tuple(ItemStatus.DESTROYED, false));
    }

    @Test
    void refusesAKeyThatDoesNotExist() {
        create("api", null);

        assertThatExceptionOfType(Unknown.class)
                .isThrownBy(() -> effects.reopened("b", List.of("api", "unknown"), CONCLUDED))
                .satisfies(refusal -> assertThat(refusal.arguments()).containsExactly("unknown"));
    }

    private long roundTrips(List<String> keys) {
        entityManager.flush();
        entityManager.clear();
        return CountedStatements.of(() -> {
            effects.promote(keys, CONCLUDED, "4.2");
            entityManager.flush();
        });
    }

    private void baselineAndDeploy(String name, List<String> keys) {
        effects.deployed(name, keys, DEPLOYED, null);
        entityManager.flush();
        entityManager.clear();
    }

    private void restore(String name) {
        effects.restore(name, BACKED_OUT);
        entityManager.flush();
    }

    private void create(String key, @Nullable ItemGroup group) {
        items.create(key, state -> state.with(ItemStatus.ACTIVATED, group, null), Origin.manual());
    }
}
