package org.slipway.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slipway.cmdb.ConfigurationItems;
import org.slipway.cmdb.CsvSource;
import org.slipway.cmdb.Origin;
import org.slipway.link.record.Outcome;
import org.slipway.shared.ImportRefused;
import org.slipway.shared.Malformed;
import org.slipway.shared.NotAllowed;
import org.slipway.shared.Slice;
import org.slipway.shared.Unknown;
import org.slipway.support.CountedStatements;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.RoomTest;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

@RoomTest
@OnBothDatabases
@Import({LinkRoom.class, CountedStatements.class})
class ChangesTest {

    private final Changes changes;
    private final ChangeImport changeImport;
    private final ConfigurationItems items;

    ChangesTest(Changes changes, ChangeImport changeImport, ConfigurationItems items) {
        this.changes = changes;
        this.changeImport = changeImport;
        this.items = items;
    }

    @BeforeEach
    void createItems() {
        List.of("api", "db", "host").forEach(key -> items.create(key, state -> state, Origin.manual()));
    }

    @Test
    void registersAChangeAndFollowsItLater() {
        assertThat(register("CHG-1", "Payments", ChangeStatus.PROPOSED, List.of("db", "api", "db")))
                .isEqualTo(Outcome.CREATED);
        assertThat(touchedBy("CHG-1")).containsExactly("api", "db");

        assertThat(register("CHG-1", null, ChangeStatus.APPROVED, null)).isEqualTo(Outcome.UPDATED);
        assertThat(register("CHG-1", null, ChangeStatus.APPROVED, List.of("db", "host")))
                .isEqualTo(Outcome.UPDATED);
        assertThat(register("CHG-1", "Payments", ChangeStatus.APPROVED, List.of("host", "db")))
                .isEqualTo(Outcome.UNCHANGED);

        assertThat(changes.get("CHG-1").title()).isEqualTo("Payments");
        assertThat(changes.get("CHG-1").status()).isEqualTo(ChangeStatus.APPROVED);
        assertThat(touchedBy("CHG-1")).containsExactly("db", "host");
    }

    @Test
    void refusesAChangeWithoutTitleOrWithUnknownItems() {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> register("CHG-1", null, null, null))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("title"));
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> register("CHG-1", "Payments", null, List.of("api", "nothing")))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("configurationItems[1]"));
        assertThatExceptionOfType(Unknown.class).isThrownBy(() -> changes.get("CHG-1"));
    }

    @Test
    void letsOnlyThoseRegisterWhoMay() {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken("requester", null, "requesters"));
        try {
            assertThatExceptionOfType(NotAllowed.class)
                    .isThrownBy(() -> register("CHG-1", "Payments", ChangeStatus.APPROVED, List.of()));
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    @Test
    void listsPageByPageWhatMatches() {
        for (int i = 0; i < 12; i++) {
            register("CHG-%02d".formatted(i), i % 2 == 0 ? "Even" : "100% odd", ChangeStatus.APPROVED, null);
        }
        register("CHG-99", "Even", ChangeStatus.CANCELLED, null);

        assertThat(numbers("even", null)).hasSize(7).isSorted();
        assertThat(numbers("EVEN", ChangeStatus.CANCELLED)).containsExactly("CHG-99");
        assertThat(numbers("0%", null)).hasSize(6);
        assertThat(numbers("chg-0", null)).hasSize(10);
        assertThat(numbers(null, ChangeStatus.APPROVED)).hasSize(12);
    }

    @Test
    void importsChangesAndKnowsThemAgain() {
        String file = """
                number,title,status,configurationItems
                CHG-1,Payments,Approved,api;db
                CHG-2,"Hosts, new",in execution,
                CHG-3,Draft,,host
                """;

        assertThat(run(file)).isEqualTo(new Outcome.Counts(3, 0, 0));
        assertThat(run(file)).isEqualTo(new Outcome.Counts(0, 0, 3));
        assertThat(run(file.replace("api;db", "api; host"))).isEqualTo(new Outcome.Counts(0, 1, 2));

        assertThat(touchedBy("CHG-1")).containsExactly("api", "host");
        assertThat(changes.get("CHG-2").status()).isEqualTo(ChangeStatus.IN_EXECUTION);
        assertThat(changes.get("CHG-3").status()).isEqualTo(ChangeStatus.REGISTERED);
    }

    @Test
    void refusesAFileWithMistakesLineByLine() {
        assertRefused(
                """
                number,title,status,configurationItems,url
                CHG-1,Fine,,api,
                CHG-2,,,,
                CHG-1,Again,,,
                ,Nameless,,,
                CHG-4,Odd,unheard of,,
                CHG-5,Lost,,nothing,javascript:alert(1)
                """,
                tuple(3, "title", "required"),
                tuple(4, "number", "import-key-twice"),
                tuple(5, "number", "value-refused"),
                tuple(6, "status", "value-unknown"),
                tuple(7, "url", "value-refused"),
                tuple(7, "configurationItems", "configuration-item-unknown"));
        assertRefused("title\nNameless\n", tuple(1, null, "csv-header-unknown"));
    }

    @Test
    void needsRoundTripsForHundredsOfRowsNotForEach() {
        String file = IntStream.range(0, 1000)
                .mapToObj(i -> "CHG-%d,Change,APPROVED,api;db\n".formatted(i))
                .collect(Collectors.joining("", "number,title,status,configurationItems\n", ""));

        assertThat(CountedStatements.of(() -> run(file))).isLessThan(5 * 4 + 5 * (4 + 8));
    }

    private Outcome register(
            String number,
            @Nullable String title,
            @Nullable ChangeStatus status,
            @Nullable List<String> configurationItems) {
        return changes.register(new ChangeDraft(number, title, status, null, null, null, null, configurationItems))
                .outcome();
    }

    private List<String> touchedBy(String number) {
        return changes.configurationItems(List.of(number)).getOrDefault(number, List.of());
    }

    private List<String> numbers(@Nullable String text, @Nullable ChangeStatus status) {
        List<String> numbers = new ArrayList<>();
        @Nullable String after = null;
        do {
            Slice<Change> page = changes.list(text, status, after, 5);
            page.items().forEach(change -> numbers.add(change.number()));
            after = page.next();
        } while (after != null);
        return numbers;
    }

    private Outcome.Counts run(String file) {
        return changeImport
                .run(new CsvSource("changes.csv", () -> new ByteArrayInputStream(file.getBytes(UTF_8))))
                .changes();
    }

    private void assertRefused(String file, org.assertj.core.groups.Tuple... problems) {
        assertThatExceptionOfType(ImportRefused.class)
                .isThrownBy(() -> run(file))
                .satisfies(refused -> assertThat(refused.lines())
                        .extracting(ImportRefused.Line::line, ImportRefused.Line::column, ImportRefused.Line::code)
                        .containsExactlyInAnyOrder(problems));
    }
}
