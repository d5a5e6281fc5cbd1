package org.slipway.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slipway.cmdb.ConfigurationItems;
import org.slipway.cmdb.ItemGroup;
import org.slipway.cmdb.ItemStates;
import org.slipway.cmdb.ItemStatus;
import org.slipway.cmdb.Origin;
import org.slipway.cmdb.VersionOrigin;
import org.slipway.release.Occurrence;
import org.slipway.release.OccurrenceCategory;
import org.slipway.release.Occurrences;
import org.slipway.release.Phase;
import org.slipway.release.ReleaseInterruptions;
import org.slipway.release.ReleaseLifecycle;
import org.slipway.release.ReleasePromoted;
import org.slipway.release.Reopening;
import org.slipway.shared.BusinessRuleViolated;
import org.slipway.support.CountedStatements;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.RoomTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;

@RoomTest
@OnBothDatabases
@Import({LinkRoom.class, CountedStatements.class})
class ItemConsequencesTest {

    private final ReleaseLifecycle lifecycle;
    private final ReleaseInterruptions interruptions;
    private final ItemLinks itemLinks;
    private final Changes changes;
    private final ConfigurationItems items;
    private final Occurrences occurrences;
    private final ApplicationEventPublisher events;
    private final EntityManager entityManager;
    private final LinkRoom.Desk desk;

    ItemConsequencesTest(
            ReleaseLifecycle lifecycle,
            ReleaseInterruptions interruptions,
            ItemLinks itemLinks,
            Changes changes,
            ConfigurationItems items,
            Occurrences occurrences,
            ApplicationEventPublisher events,
            EntityManager entityManager,
            LinkRoom.Desk desk) {
        this.lifecycle = lifecycle;
        this.interruptions = interruptions;
        this.itemLinks = itemLinks;
        this.changes = changes;
        this.items = items;
        this.occurrences = occurrences;
        this.events = events;
        this.entityManager = entityManager;
        this.desk = desk;
    }

    @BeforeEach
    void registerChange() {
        create("api", ItemGroup.DEVELOPMENT);
        create("db", ItemGroup.PRODUCTION);
        changes.register(
                new ChangeDraft("CHG-1", "A change", ChangeStatus.APPROVED, null, null, null, null, List.of("api")));
    }

    @Test
    void deploysTheItemsAndPromotesThemWhenTheReleaseIsAccepted() {
        String release = register("api", "db");

        conclude(release);

        assertThat(told(release))
                .containsExactly(
                        "api: ACTIVATED → DEPLOYMENT (1.1)\ndb: ACTIVATED → DEPLOYMENT (1.1)",
                        "api: DEPLOYMENT → VALIDATE_ITEM, DEVELOPMENT → PRODUCTION_STANDARD (1.2)\n"
                                + "db: DEPLOYMENT → VALIDATE_ITEM (1.2)");
        assertThat(items.get("api").state().productVersion()).isEqualTo("4.2");
        assertThat(items.get("api").lastOrigin()).isEqualTo(new Origin(VersionOrigin.RELEASE_CONCLUDED, release));
    }

    @Test
    void restoresTheItemsOnceWhenTheDeploymentIsBackedOut() {
        String release = register("api", "db");
        lifecycle.deploymentTookEffect(release);

        lifecycle.backedOut(release);
        items.change("db", state -> ItemStates.with(state, ItemStatus.ARCHIVED), Origin.manual(), null);
        interruptions.requestCancellation(release, "No longer needed");
        lifecycle.cancelled(release);

        assertThat(items.get("api").status()).isEqualTo(ItemStatus.ACTIVATED);
        assertThat(items.get("api").state().productVersion()).isNull();
        assertThat(items.get("db").status()).isEqualTo(ItemStatus.ARCHIVED);
        assertThat(told(release))
                .containsExactly(
                        "api: ACTIVATED → DEPLOYMENT (1.1)\ndb: ACTIVATED → DEPLOYMENT (1.1)",
                        "api: DEPLOYMENT → ACTIVATED (1.2)\ndb: DEPLOYMENT → ACTIVATED (1.2)");
    }

    @Test
    void takesANewBaselineWhenItIsDeployedAgain() {
        String release = register("api", "db");
        lifecycle.deploymentTookEffect(release);
        lifecycle.backedOut(release);
        items.change("db", state -> ItemStates.with(state, ItemStatus.DEACTIVATED), Origin.manual(), null);

        lifecycle.deploymentTookEffect(release);
        lifecycle.backedOut(release);

        assertThat(items.get("db").status()).isEqualTo(ItemStatus.DEACTIVATED);
    }

    @Test
    void leavesTheItemsAloneWhenNothingWasDeployed() {
        String release = register("api", "db");

        interruptions.requestCancellation(release, "No longer needed");
        lifecycle.cancelled(release);

        assertThat(items.get("api").version()).isEqualTo("1.0");
        assertThat(told(release)).isEmpty();
    }

    @Test
    void putsTheItemsIntoMaintenanceWhenAConcludedReleaseIsReopened() {
        String release = register("api", "db");
        conclude(release);

        reopen(release, Phase.DEPLOYMENT);
        assertThat(items.get("api").status()).isEqualTo(ItemStatus.IN_MAINTENANCE);

        interruptions.requestCancellation(release, "It was fine as it was");
        lifecycle.cancelled(release);

        assertThat(items.get("api").status()).isEqualTo(ItemStatus.VALIDATE_ITEM);
        assertThat(items.get("api").lastOrigin()).isEqualTo(new Origin(VersionOrigin.CANCELLED, release));
        assertThat(told(release)).hasSize(4);
    }

    @Test
    void restoresTheItemsWhenAReopenedReleaseIsRejected() {
        String release = register("api", "db");
        conclude(release);
        reopen(release, Phase.PLANNING);

        reject(release);

        assertThat(items.get("api").status()).isEqualTo(ItemStatus.VALIDATE_ITEM);
        assertThat(items.get("api").lastOrigin()).isEqualTo(new Origin(VersionOrigin.REJECTED, release));
        assertThat(told(release)).hasSize(4);
    }

    @Test
    void restoresTheItemsWhenWhatHadFailedIsPlannedAgainAndRejected() {
        String release = register("api", "db");
        lifecycle.planned(release);
        lifecycle.approved(release);
        lifecycle.authorised(release);
        lifecycle.deploymentTookEffect(release);
        lifecycle.failed(release);
        lifecycle.authorisationRefused(release);
        assertThat(items.get("api").status()).isEqualTo(ItemStatus.DEPLOYMENT);

        reject(release);

        assertThat(items.get("api").status()).isEqualTo(ItemStatus.ACTIVATED);
        assertThat(items.get("db").lastOrigin()).isEqualTo(new Origin(VersionOrigin.REJECTED, release));
    }

    @Test
    void touchesNoItemWhenACancelledReleaseIsReopened() {
        String release = register("api", "db");
        interruptions.requestCancellation(release, "No longer needed");
        lifecycle.cancelled(release);

        reopen(release, Phase.PLANNING);

        assertThat(items.get("api").version()).isEqualTo("1.0");
    }

    @Test
    void deploysAndTakesBackWhatEntersAndLeavesARunningDeployment() {
        create("late", null);
        String release = register("api", "db");
        lifecycle.deploymentTookEffect(release);

        itemLinks.add(release, "late");
        itemLinks.remove(release, "db");

        assertThat(items.get("late").status()).isEqualTo(ItemStatus.DEPLOYMENT);
        assertThat(items.get("db").status()).isEqualTo(ItemStatus.ACTIVATED);
        lifecycle.backedOut(release);
        assertThat(items.get("late").status()).isEqualTo(ItemStatus.ACTIVATED);
        assertThat(items.get("db").version()).isEqualTo("1.2");
    }

    @Test
    void refusesTheMoveWhenAnItemIsDestroyed() {
        String release = register("api", "db");
        items.change("db", state -> ItemStates.with(state, ItemStatus.DESTROYED), Origin.manual(), null);

        assertThatExceptionOfType(BusinessRuleViolated.class)
                .isThrownBy(() -> lifecycle.deploymentTookEffect(release))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo("configuration-item-destroyed");
                    assertThat(refusal.arguments()).containsExactly("db");
                });
    }

    @Test
    void takesTheSameRoundTripsToPromoteFiftyItemsAsOne() {
        String[] fifty =
                IntStream.range(0, 50).mapToObj(i -> "item-%02d".formatted(i)).toArray(String[]::new);
        List.of(fifty).forEach(key -> create(key, ItemGroup.HOMOLOGATION));
        String small = register("api");
        String big = register(fifty);
        itemLinks.remove(big, "api");

        assertThat(promoting(big)).isEqualTo(promoting(small));
        assertThat(items.get("item-49").group()).isEqualTo(ItemGroup.PRODUCTION_STANDARD);
    }

    private long promoting(String release) {
        entityManager.flush();
        entityManager.clear();
        return CountedStatements.of(() -> {
            events.publishEvent(new ReleasePromoted(release, 1, "4.2"));
            entityManager.flush();
        });
    }

    private void conclude(String release) {
        lifecycle.planned(release);
        lifecycle.approved(release);
        lifecycle.authorised(release);
        lifecycle.deploymentTookEffect(release);
        lifecycle.executed(release);
        lifecycle.solved(release);
        lifecycle.closed(release);
        lifecycle.concluded(release);
    }

    private void reject(String release) {
        lifecycle.planned(release);
        lifecycle.rejected(release);
    }

    private void reopen(String release, Phase phase) {
        interruptions.reopen(release, new Reopening("Requirement not met", null, phase, null, null));
    }

    private String register(String... keys) {
        return desk.register(List.of("CHG-1"), List.of(keys));
    }

    private List<@Nullable String> told(String release) {
        return occurrences.history(release, null, 100).items().stream()
                .filter(occurrence -> occurrence.category() == OccurrenceCategory.CONFIGURATION_ITEM)
                .<@Nullable String>map(Occurrence::text)
                .toList();
    }

    private void create(String key, @Nullable ItemGroup group) {
        items.create(key, state -> ItemStates.with(state, group), Origin.manual());
    }
}
