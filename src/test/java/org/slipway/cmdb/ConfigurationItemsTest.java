package org.slipway.cmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.EntityManager;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slipway.shared.BusinessRuleViolated;
import org.slipway.shared.Malformed;
import org.slipway.shared.NotAllowed;
import org.slipway.shared.Slice;
import org.slipway.shared.Unknown;
import org.slipway.shared.WrongState;
import org.slipway.support.CountedStatements;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.RoomTest;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.WithMockUser;

@RoomTest
@OnBothDatabases
@Import({CmdbRoom.class, CountedStatements.class})
class ConfigurationItemsTest {

    private final ConfigurationItems items;
    private final EntityManager entityManager;

    ConfigurationItemsTest(ConfigurationItems items, EntityManager entityManager) {
        this.items = items;
        this.entityManager = entityManager;
    }

    @Test
    void beginsWithVersionOneAndCountsOnBehindThePoint() {
        items.create("payments-api", ItemState.initial("payments-api"), Origin.manual());
        for (int i = 1; i <= 11; i++) {
            String owner = "owner " + i;
            items.change("payments-api", state -> ItemStates.owned(state, owner), Origin.manual(), null);
        }
        entityManager.clear();

        assertThat(items.get("payments-api").version()).isEqualTo("1.11");
        List<ItemVersion> versions = items.versions("payments-api", 200, null).items();
        assertThat(versions)
                .extracting(ItemVersion::number)
                .startsWith("1.11", "1.10", "1.9")
                .endsWith("1.1", "1.0");
        assertThat(versions.get(0).state()).isEqualTo(items.get("payments-api").state());
        assertThat(versions).last().satisfies(first -> {
            assertThat(first.state().owner()).isNull();
            assertThat(first.who()).isEqualTo("slipway");
        });
    }

    @Test
    void makesNoVersionOfAChangeThatChangesNothing() {
        items.create("quiet", state -> ItemStates.owned(state, "ops"), Origin.manual());

        items.change("quiet", state -> ItemStates.owned(state, " ops "), Origin.manual(), null);

        assertThat(items.get("quiet").version()).isEqualTo("1.0");
    }

    @Test
    void refusesAKeyThatIsTakenOrNoKey() {
        items.create("a:b@c/d", ItemState.initial("x"), Origin.manual());

        assertThatExceptionOfType(WrongState.class)
                .isThrownBy(() -> items.create("a:b@c/d", ItemState.initial("x"), Origin.manual()))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("configuration-item-exists"));
        for (String key : List.of("", " ", " a", "a ", "a\nb", "x".repeat(201))) {
            assertThatExceptionOfType(Malformed.class)
                    .isThrownBy(() -> items.create(key, ItemState.initial("x"), Origin.manual()))
                    .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("configuration-item-key-malformed"));
        }
    }

    @Test
    void namesTheFieldThatIsTooLong() {
        assertThatExceptionOfType(ConstraintViolationException.class)
                .isThrownBy(() ->
                        items.create("long", state -> ItemStates.owned(state, "x".repeat(201)), Origin.manual()))
                .satisfies(refusal -> assertThat(refusal.getConstraintViolations())
                        .extracting(violation -> violation.getPropertyPath().toString())
                        .containsExactly("owner"));
    }

    @Test
    void refusesAChangeByWhoHasNotSeenTheNewestVersion() {
        items.create("seen", ItemState.initial("seen"), Origin.manual());
        items.change("seen", state -> ItemStates.owned(state, "a"), Origin.manual(), "1.0");

        assertThatExceptionOfType(WrongState.class)
                .isThrownBy(() -> items.change("seen", state -> ItemStates.owned(state, "b"), Origin.manual(), "1.0"))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("configuration-item-changed"));
    }

    @Test
    void changesNothingAboutADestroyedItem() {
        items.create("gone", state -> state.with(ItemStatus.DESTROYED), Origin.manual());

        assertThatExceptionOfType(BusinessRuleViolated.class)
                .isThrownBy(
                        () -> items.change("gone", state -> state.with(ItemStatus.ACTIVATED), Origin.manual(), null))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("configuration-item-destroyed"));
    }

    @Test
    @WithMockUser(username = "requester", authorities = "requesters")
    void letsOnlyThoseWriteWhoMay() {
        assertThatExceptionOfType(NotAllowed.class)
                .isThrownBy(() -> items.create("mine", ItemState.initial("mine"), Origin.manual()));
    }

    @Test
    @WithMockUser(username = "operator", authorities = "operations")
    void keepsWhoMadeAVersion() {
        items.create("known", ItemState.initial("known"), new Origin(VersionOrigin.MANUAL, "CHG-7"));

        assertThat(items.versions("known", 10, null).items()).singleElement().satisfies(version -> {
            assertThat(version.who()).isEqualTo("operator");
            assertThat(version.origin()).isEqualTo(new Origin(VersionOrigin.MANUAL, "CHG-7"));
        });
    }

    @Test
    void namesThePlaceOfAnUnknownKey() {
        items.create("known", ItemState.initial("known"), Origin.manual());

        assertThat(items.require(List.of("known", "known"), "configurationItems"))
                .singleElement()
                .isSameAs(items.get("known"));
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> items.require(List.of("known", "unknown"), "configurationItems"))
                .satisfies(refusal -> {
                    assertThat(refusal.field()).isEqualTo("configurationItems[1]");
                    assertThat(refusal.arguments()).containsExactly("unknown");
                });
        assertThatExceptionOfType(Unknown.class).isThrownBy(() -> items.get("unknown"));
    }

    @Test
    void listsPageByPageWhatMatches() {
        for (int i = 0; i < 25; i++) {
            String key = "list-%02d".formatted(i);
            ItemGroup group = i % 2 == 0 ? ItemGroup.DEVELOPMENT : null;
            items.create(key, state -> state.with(ItemStatus.ACTIVATED, group, null), Origin.manual());
        }
        items.create("LIST_99%", ItemState.initial("LIST_99%"), Origin.manual());

        assertThat(keys(filter("list-", null), 7)).hasSize(25).isSorted();
        assertThat(keys(filter("LIST-", ItemGroup.DEVELOPMENT), 4)).hasSize(13);
        assertThat(keys(filter("t_9", null), 4)).containsExactly("LIST_99%");
        assertThat(keys(filter("9%", null), 4)).containsExactly("LIST_99%");
    }

    @Test
    void keepsWhatElseIsKnown() {
        items.create("rich", state -> state.withAttributes(Map.of("rack", "A 7", "slot", "3")), Origin.manual());
        entityManager.flush();
        entityManager.clear();

        assertThat(items.get("rich").state().attributes()).isEqualTo(Map.of("rack", "A 7", "slot", "3"));
    }

    private List<String> keys(ItemFilter filter, int limit) {
        List<String> keys = new ArrayList<>();
        @Nullable String after = null;
        do {
            Slice<ConfigurationItem> page = items.list(filter, limit, after);
            page.items().forEach(item -> keys.add(item.key()));
            after = page.next();
        } while (after != null);
        return keys;
    }

    private static ItemFilter filter(String text, @Nullable ItemGroup group) {
        return new ItemFilter(null, text, null, null, group, null);
    }
}
