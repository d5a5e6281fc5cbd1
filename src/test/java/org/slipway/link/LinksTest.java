package org.slipway.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slipway.cmdb.ConfigurationItems;
import org.slipway.cmdb.ItemStates;
import org.slipway.cmdb.ItemStatus;
import org.slipway.cmdb.Origin;
import org.slipway.link.ChangeLinks.LinkedChange;
import org.slipway.link.ItemLinks.LinkOrigin;
import org.slipway.link.ItemLinks.LinkedItem;
import org.slipway.release.Occurrence;
import org.slipway.release.OccurrenceCategory;
import org.slipway.release.Occurrences;
import org.slipway.release.ReleaseInterruptions;
import org.slipway.release.ReleaseLifecycle;
import org.slipway.release.ReleaseReferences;
import org.slipway.shared.BusinessRuleViolated;
import org.slipway.shared.Malformed;
import org.slipway.shared.NotAllowed;
import org.slipway.shared.Refusal;
import org.slipway.shared.Unknown;
import org.slipway.shared.WrongState;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.RoomTest;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** CHG-1 touches api and db, CHG-2 touches db and host. */
@RoomTest
@OnBothDatabases
@Import(LinkRoom.class)
class LinksTest {

    private final ChangeLinks changeLinks;
    private final ItemLinks itemLinks;
    private final Changes changes;
    private final ConfigurationItems items;
    private final ReleaseReferences references;
    private final ReleaseInterruptions interruptions;
    private final ReleaseLifecycle lifecycle;
    private final Occurrences occurrences;
    private final LinkRoom.Desk desk;

    LinksTest(
            ChangeLinks changeLinks,
            ItemLinks itemLinks,
            Changes changes,
            ConfigurationItems items,
            ReleaseReferences references,
            ReleaseInterruptions interruptions,
            ReleaseLifecycle lifecycle,
            Occurrences occurrences,
            LinkRoom.Desk desk) {
        this.changeLinks = changeLinks;
        this.itemLinks = itemLinks;
        this.changes = changes;
        this.items = items;
        this.references = references;
        this.interruptions = interruptions;
        this.lifecycle = lifecycle;
        this.occurrences = occurrences;
        this.desk = desk;
    }

    @BeforeEach
    void registerChanges() {
        List.of("api", "db", "host", "shop").forEach(this::create);
        change("CHG-1", ChangeStatus.APPROVED, "api", "db");
        change("CHG-2", ChangeStatus.APPROVED, "db", "host");
    }

    @Test
    void linksWhatARegistrationNamesAndWhatItsChangesBring() {
        String release = desk.register(List.of("CHG-1"), List.of("shop", "db"));

        assertThat(references.of(release).changes()).containsExactly("CHG-1");
        assertThat(references.of(release).configurationItems()).containsExactly("api", "db", "shop");
        assertThat(item(release, "api")).satisfies(api -> {
            assertThat(api.origin()).isEqualTo(LinkOrigin.CHANGE);
            assertThat(api.broughtBy()).containsExactly("CHG-1");
        });
        assertThat(item(release, "db")).satisfies(db -> {
            assertThat(db.origin()).isEqualTo(LinkOrigin.MANUAL);
            assertThat(db.broughtBy()).containsExactly("CHG-1");
        });
        assertThat(item(release, "shop").broughtBy()).isEmpty();
        assertThat(changeLinks.list(release, null, 10).items())
                .containsExactly(new LinkedChange(
                        "CHG-1",
                        "Change CHG-1",
                        ChangeStatus.APPROVED,
                        "REGISTERED",
                        "https://changes.example.org/CHG-1",
                        null,
                        null,
                        null));
        assertThat(told(release)).containsExactly("changes: + CHG-1\nconfigurationItems: + shop, db, api");
    }

    @Test
    void refusesARegistrationThatNamesWhatThereIsNot() {
        assertRefused(
                Malformed.class,
                "change-unknown",
                "changes[1]",
                () -> desk.register(List.of("CHG-1", "CHG-0"), List.of()));
        assertRefused(
                Malformed.class,
                "configuration-item-unknown",
                "configurationItems[1]",
                () -> desk.register(List.of("CHG-1"), List.of("api", "nothing")));
        assertRefused(
                BusinessRuleViolated.class,
                "change-required",
                "changes",
                () -> desk.register(List.of(), List.of("api")));
    }

    @ParameterizedTest
    @EnumSource
    void bundlesAChangeAtEveryStatusButRegisteredAndCancelled(ChangeStatus status) {
        String release = desk.register(List.of("CHG-1"), List.of());
        change("CHG-3", status);

        if (status == ChangeStatus.REGISTERED || status == ChangeStatus.CANCELLED) {
            assertRefused(
                    BusinessRuleViolated.class,
                    "change-not-linkable",
                    "number",
                    () -> changeLinks.add(release, "CHG-3"));
            assertRefused(
                    BusinessRuleViolated.class,
                    "change-not-linkable",
                    "changes[1]",
                    () -> desk.register(List.of("CHG-1", "CHG-3"), List.of()));
        } else {
            assertThat(changeLinks.add(release, "CHG-3").status()).isEqualTo(status);
        }
    }

    @Test
    void takesAwayWithAChangeOnlyWhatNobodyElseHasBrought() {
        String release = desk.register(List.of("CHG-1"), List.of("api"));
        changeLinks.add(release, "CHG-2");
        assertThat(item(release, "db").broughtBy()).containsExactly("CHG-1", "CHG-2");

        changeLinks.remove(release, "CHG-1");

        assertThat(references.of(release).configurationItems()).containsExactly("api", "db", "host");
        assertThat(item(release, "api").broughtBy()).isEmpty();
        assertThat(item(release, "db").broughtBy()).containsExactly("CHG-2");
        assertThat(told(release))
                .containsExactly(
                        "changes: + CHG-1\nconfigurationItems: + api, db",
                        "changes: + CHG-2\nconfigurationItems: + host",
                        "changes: − CHG-1");

        changeLinks.add(release, "CHG-1");
        changeLinks.remove(release, "CHG-2");

        assertThat(references.of(release).configurationItems()).containsExactly("api", "db");
        assertThat(told(release)).last().isEqualTo("changes: − CHG-2\nconfigurationItems: − host");
    }

    @Test
    void keepsTheLastChange() {
        String release = desk.register(List.of("CHG-1"), List.of());

        assertRefused(
                BusinessRuleViolated.class, "change-required", "changes", () -> changeLinks.remove(release, "CHG-1"));
    }

    @Test
    void refusesToLinkTwice() {
        String release = desk.register(List.of("CHG-1", "CHG-1"), List.of("shop", "shop"));

        assertRefused(WrongState.class, "already-linked", "number", () -> changeLinks.add(release, "CHG-1"));
        assertRefused(WrongState.class, "already-linked", "key", () -> itemLinks.add(release, "shop"));
        assertRefused(WrongState.class, "already-linked", "key", () -> itemLinks.add(release, "api"));
    }

    @Test
    void refusesWhatIsNotThere() {
        String release = desk.register(List.of("CHG-1"), List.of());

        assertRefused(Malformed.class, "change-unknown", "number", () -> changeLinks.add(release, "CHG-0"));
        assertRefused(Malformed.class, "configuration-item-unknown", "key", () -> itemLinks.add(release, "nothing"));
        assertRefused(Unknown.class, "link-unknown", null, () -> changeLinks.remove(release, "CHG-2"));
        assertRefused(Unknown.class, "link-unknown", null, () -> itemLinks.remove(release, "shop"));
        assertRefused(Unknown.class, "release-unknown", null, () -> itemLinks.add("REL-999999", "shop"));
        assertRefused(Unknown.class, "release-unknown", null, () -> itemLinks.list("REL-999999", null, 10));
    }

    @Test
    void linksAndUnlinksItemsByHand() {
        String release = desk.register(List.of("CHG-1"), List.of());

        assertThat(itemLinks.add(release, "shop").origin()).isEqualTo(LinkOrigin.MANUAL);
        itemLinks.remove(release, "db");
        itemLinks.add(release, "db");
        changeLinks.add(release, "CHG-2");
        changeLinks.remove(release, "CHG-1");

        assertThat(references.of(release).configurationItems()).containsExactly("db", "host", "shop");
    }

    @Test
    void leavesOutItemsThatHaveComeToTheirEnd() {
        items.change("shop", state -> ItemStates.ended(state, LocalDate.of(2020, 1, 1)), Origin.manual(), null);
        items.change("host", state -> ItemStates.with(state, ItemStatus.DESTROYED), Origin.manual(), null);
        String release = desk.register(List.of("CHG-1", "CHG-2"), List.of());

        assertThat(references.of(release).configurationItems()).containsExactly("api", "db");
        assertThat(told(release)).singleElement().asString().contains("not linkable: host");
        assertRefused(
                BusinessRuleViolated.class,
                "configuration-item-not-linkable",
                "key",
                () -> itemLinks.add(release, "shop"));
        assertRefused(
                BusinessRuleViolated.class,
                "configuration-item-not-linkable",
                "configurationItems[1]",
                () -> desk.register(List.of("CHG-1"), List.of("api", "shop")));
    }

    @Test
    void keepsASituationPerChange() {
        String release = desk.register(List.of("CHG-1", "CHG-2"), List.of());

        assertThat(changeLinks.situate(release, "CHG-2", "Solved").situation()).isEqualTo("SOLVED");

        assertThat(changeLinks.list(release, null, 10).items())
                .extracting(LinkedChange::situation)
                .containsExactly("REGISTERED", "SOLVED");
        assertThat(told(release)).last().isEqualTo("changes: CHG-2: REGISTERED → SOLVED");
    }

    @Test
    void letsThoseEditWhoMayAndTheRequester() {
        String release = desk.register(List.of("CHG-1"), List.of());

        as("requester", "requesters", () -> itemLinks.add(release, "shop"));
        as("operator", "operations", () -> itemLinks.remove(release, "shop"));
        as("manager", "release-managers", () -> itemLinks.add(release, "shop"));
        as("somebody", "requesters", () -> {
            assertRefused(NotAllowed.class, "operation-not-allowed", null, () -> itemLinks.remove(release, "shop"));
            assertRefused(NotAllowed.class, "operation-not-allowed", null, () -> changeLinks.add(release, "CHG-2"));
        });
    }

    @Test
    void leavesAnEndedReleaseAsItIs() {
        String release = desk.register(List.of("CHG-1"), List.of());
        interruptions.requestCancellation(release, "No longer needed");
        lifecycle.cancelled(release);

        assertRefused(WrongState.class, "release-ended", null, () -> itemLinks.add(release, "shop"));
        assertRefused(WrongState.class, "release-ended", null, () -> changeLinks.remove(release, "CHG-1"));
    }

    @Test
    void listsPageByPage() {
        String release = desk.register(List.of("CHG-1", "CHG-2"), List.of());

        assertThat(itemLinks.list(release, null, 2).next()).isEqualTo("db");
        assertThat(itemLinks.list(release, "db", 2).items())
                .extracting(LinkedItem::key)
                .containsExactly("host");
        assertThat(changeLinks.list(release, "CHG-1", 1).items())
                .extracting(LinkedChange::number)
                .containsExactly("CHG-2");
    }

    private LinkedItem item(String release, String key) {
        return itemLinks.list(release, null, 100).items().stream()
                .filter(item -> item.key().equals(key))
                .findAny()
                .orElseThrow();
    }

    private List<@Nullable String> told(String release) {
        return occurrences.history(release, null, 100).items().stream()
                .filter(occurrence -> occurrence.category() == OccurrenceCategory.LINK)
                .<@Nullable String>map(Occurrence::text)
                .toList();
    }

    private void create(String key) {
        items.create(key, state -> state, Origin.manual());
    }

    private void change(String number, ChangeStatus status, String... keys) {
        changes.register(new ChangeDraft(
                number,
                "Change " + number,
                status,
                "https://changes.example.org/" + number,
                null,
                null,
                null,
                List.of(keys)));
    }

    private static void as(String person, String group, Runnable work) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(person, null, group));
        try {
            work.run();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static void assertRefused(
            Class<? extends Refusal> kind, String code, @Nullable String field, Runnable work) {
        assertThatExceptionOfType(kind).isThrownBy(work::run).satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.field()).isEqualTo(field);
        });
    }
}
