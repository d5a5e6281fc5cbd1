package org.slipway.cmdb;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slipway.cmdb.ImportReport.ItemCounts;
import org.slipway.cmdb.ImportReport.RelationshipCounts;
import org.slipway.shared.ImportRefused;
import org.slipway.support.CountedStatements;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.RoomTest;
import org.springframework.context.annotation.Import;

@RoomTest
@OnBothDatabases
@Import({CmdbRoom.class, CountedStatements.class})
class CmdbImportTest {

    private static final String ITEMS = """
            ci_id,class,site,state,description,rack
            host:a,Host,north,,"first, of two",A 7
            service:x@north,Service,north,production,,
            """;
    private static final String RELATIONSHIPS = """
            from_ci,to_ci,relation
            service:x@north,host:a,runs_on
            """;

    private final CmdbImport cmdbImport;
    private final ConfigurationItems items;
    private final Relationships relationships;

    CmdbImportTest(CmdbImport cmdbImport, ConfigurationItems items, Relationships relationships) {
        this.cmdbImport = cmdbImport;
        this.items = items;
        this.relationships = relationships;
    }

    @Test
    void takesItemsAndRelationshipsInWhicheverComesFirst() {
        ImportReport report = run(RELATIONSHIPS, ITEMS);

        assertThat(report)
                .isEqualTo(new ImportReport(new ItemCounts(2, 0, 0, 0), new RelationshipCounts(1, 0, 0), 0, false));
        ItemState host = items.get("host:a").state();
        assertThat(host.name()).isEqualTo("host:a");
        assertThat(host.itemClass()).isEqualTo("Host");
        assertThat(host.site()).isEqualTo("north");
        assertThat(host.status()).isEqualTo(ItemStatus.ACTIVATED);
        assertThat(host.description()).isEqualTo("first, of two");
        assertThat(host.attributes()).isEqualTo(Map.of("rack", "A 7"));
        assertThat(items.get("service:x@north").state().attributes()).isEqualTo(Map.of("state", "production"));
        assertThat(items.get("host:a").lastOrigin().kind()).isEqualTo(VersionOrigin.IMPORT);
        assertThat(relationships.of("host:a", 10, null).items())
                .containsExactly(new Connection("service:x@north", "host:a", "runs_on"));
    }

    @Test
    void makesNoVersionOfWhatItKnowsAlready() {
        run(ITEMS, RELATIONSHIPS);

        assertThat(run(ITEMS, RELATIONSHIPS))
                .isEqualTo(new ImportReport(new ItemCounts(0, 0, 2, 0), new RelationshipCounts(0, 1, 0), 0, false));
        assertThat(items.get("host:a").version()).isEqualTo("1.0");
    }

    @Test
    void changesOnlyTheColumnsThatTheFileHas() {
        run(ITEMS);
        items.change("host:a", state -> state.with(ItemStatus.VALIDATE_ITEM), Origin.manual(), null);

        ImportReport report = run("id;Owner;Group\nhost:a;Operations;in-no-group".replace("in-no-group", "production"));

        assertThat(report.items()).isEqualTo(new ItemCounts(0, 1, 0, 0));
        ItemState host = items.get("host:a").state();
        assertThat(host.owner()).isEqualTo("Operations");
        assertThat(host.group()).isEqualTo(ItemGroup.PRODUCTION);
        assertThat(host.site()).isEqualTo("north");
        assertThat(host.attributes()).isEqualTo(Map.of("rack", "A 7"));
        assertThat(host.status()).isEqualTo(ItemStatus.VALIDATE_ITEM);
    }

    @Test
    void doesNotUndoTheStatusThatReleasesGave() {
        run(ITEMS);
        items.change("host:a", state -> state.with(ItemStatus.VALIDATE_ITEM), Origin.manual(), null);

        assertThat(run(ITEMS).items()).isEqualTo(new ItemCounts(0, 0, 2, 0));
    }

    @Test
    void understandsAStatusOfItsOwn() {
        run("key,status\na,In maintenance\nb,\n");

        assertThat(items.get("a").status()).isEqualTo(ItemStatus.IN_MAINTENANCE);
        assertThat(items.get("b").status()).isEqualTo(ItemStatus.ACTIVATED);
    }

    @Test
    void takesAwayWhatACellLeavesEmpty() {
        run(ITEMS);

        run("key,site,rack\nhost:a,,\n");

        assertThat(items.get("host:a").state().site()).isNull();
        assertThat(items.get("host:a").state().attributes()).isEmpty();
    }

    @Test
    void refusesTheWholeAndSaysWhatIsWrongWithWhichLine() {
        assertRefused(
                "key,group,criticality,endDate,owner\n"
                        + "fine,,,,\n"
                        + ",,,,\n"
                        + "fine,,,,\n"
                        + "a,nowhere,urgent,tomorrow," + "x".repeat(201) + "\n"
                        + "b,production\n"
                        + "c,,,0000-01-01,\n",
                problem(3, "key", "configuration-item-key-malformed"),
                problem(4, "key", "import-key-twice"),
                problem(5, "group", "value-unknown"),
                problem(5, "criticality", "value-unknown"),
                problem(5, "enddate", "value-not-a-date"),
                problem(5, "owner", "value-refused"),
                problem(6, null, "csv-cells"),
                problem(7, "enddate", "value-not-a-date"));
    }

    @Test
    void refusesRelationshipsOfItemsItDoesNotKnow() {
        run(ITEMS);

        assertRefused(
                "source,target,type\nhost:a,host:b,near\nhost:a,host:a,near\nhost:a,service:x@north,\n",
                problem(2, "to", "configuration-item-unknown"),
                problem(3, "to", "relationship-to-itself"),
                problem(4, "type", "relationship-type-malformed"));
    }

    @Test
    void refusesWhatIsNoTableOfItems() {
        assertRefused("colour,shape\nred,round\n", problem(1, null, "csv-header-unknown"));
        assertRefused("key,name,name\na,b,c\n", problem(1, null, "csv-column-twice"));
        assertRefused("", problem(1, null, "csv-header-unknown"));
        assertRefused("key,name\na,\"b\" c\n", problem(2, null, "csv-malformed"));
        assertThatExceptionOfType(ImportRefused.class)
                .isThrownBy(() -> run(ISO_8859_1, "key,name\na,Müller\n"))
                .satisfies(refused -> assertThat(refused.lines())
                        .extracting(ImportRefused.Line::code)
                        .containsExactly("csv-not-utf8"));
    }

    @Test
    void refusesFormulasButNotNumbersWithTheirSign() {
        run("key,description,phone\nsigned,-12.5,+55 (11) 9999-0000\n");
        assertThat(items.get("signed").state().description()).isEqualTo("-12.5");

        assertRefused(
                "key,name,description\na,=1+1,\nb,@SUM(A1),+cmd|x\nc,-x,\n",
                problem(2, "name", "import-formula"),
                problem(3, "name", "import-formula"),
                problem(3, "description", "import-formula"),
                problem(4, "name", "import-formula"));
    }

    @Test
    void givesUpALineThatNeverEndsLongBeforeItHasReadIt() {
        AtomicLong read = new AtomicLong();

        assertThatExceptionOfType(ImportRefused.class)
                .isThrownBy(() -> cmdbImport.run(List.of(new CsvSource("endless", () -> endless(read)))))
                .satisfies(refused -> assertThat(refused.lines())
                        .extracting(ImportRefused.Line::line, ImportRefused.Line::code)
                        .containsExactly(tuple(2, "csv-row-too-long")));
        assertThat(read).hasValueLessThan(10L << 20);
    }

    @Test
    void refusesARingWhereTheTypeForbidsIt() {
        run("key\nring-a\nring-b\nring-c\n");

        assertRefused(
                "from,to,type\nring-a,ring-b,located_in\nring-b,ring-c,located_in\nring-c,ring-a,located_in\n",
                problem(2, "to", "relationship-cycle"),
                problem(3, "to", "relationship-cycle"),
                problem(4, "to", "relationship-cycle"));
    }

    @Test
    void takesClassesWithTheirAttributesFromATable() {
        ImportReport report = run(
                "code,parent,name_es,attributes\nProbe,Hardware,Sonda,reach:NUMBER!;kind:CHOICE=wet|dry\n",
                "key,class,reach,kind\nprobe-1,Probe,3,wet\n");

        assertThat(report.classes()).isEqualTo(1);
        assertThat(items.get("probe-1").state().attributes()).isEqualTo(Map.of("reach", "3", "kind", "wet"));
        assertRefused(
                "key,class,reach,kind\nprobe-2,Probe,,cold\n",
                problem(2, "attributes.reach", "attribute-required"),
                problem(2, "attributes.kind", "attribute-malformed"));
    }

    @Test
    void refusesToChangeWhatIsDestroyed() {
        run("key,status\ngone,destroyed\n");

        assertThat(run("key,status\ngone,destroyed\n").items()).isEqualTo(new ItemCounts(0, 0, 1, 0));
        assertRefused("key,status\ngone,activated\n", problem(2, "key", "configuration-item-destroyed"));
    }

    @Test
    void tellsTheFirstHundredMistakesAndCountsAll() {
        String rows = IntStream.range(0, 250).mapToObj(i -> ",x\n").collect(Collectors.joining());

        assertThatExceptionOfType(ImportRefused.class)
                .isThrownBy(() -> run("key,name\n" + rows))
                .satisfies(refused -> {
                    assertThat(refused.lines()).hasSize(100);
                    assertThat(refused.arguments()).containsExactly(250);
                });
    }

    @Test
    void needsRoundTripsForHundredsOfRowsNotForEach() {
        String hosts = IntStream.range(0, 1400)
                .mapToObj(i -> "host-%d,Host\n".formatted(i))
                .collect(Collectors.joining("", "key,class\n", ""));
        String links = IntStream.range(1, 4001)
                .mapToObj(i -> "host-%d,host-%d,type-%d\n".formatted(i % 1400, (i * 7 + 1) % 1400, i / 1400))
                .filter(row -> !row.startsWith(row.split(",")[1] + ","))
                .collect(Collectors.joining("", "from,to,type\n", ""));

        long roundTrips = CountedStatements.of(() -> run(hosts, links));

        assertThat(roundTrips).isLessThan(2 * 1400 / 50 + 4000 / 50 + 3 * 10 + 10);
        assertThat(CountedStatements.of(() -> run(hosts, links))).isLessThan(30);
    }

    /** A header and then one line of a gigabyte. */
    private static InputStream endless(AtomicLong read) {
        byte[] header = "key,name\na,".getBytes(UTF_8);
        return new InputStream() {
            private long at;

            @Override
            public int read() {
                read.incrementAndGet();
                return at < header.length ? header[(int) at++] : at++ < 1L << 30 ? 'x' : -1;
            }
        };
    }

    private ImportReport run(String... files) {
        return run(UTF_8, files);
    }

    private ImportReport run(Charset charset, String... files) {
        return cmdbImport.run(IntStream.range(0, files.length)
                .mapToObj(i -> new CsvSource("file-" + i, () -> new ByteArrayInputStream(files[i].getBytes(charset))))
                .toList());
    }

    private void assertRefused(String file, org.assertj.core.groups.Tuple... problems) {
        assertThatExceptionOfType(ImportRefused.class)
                .isThrownBy(() -> run(file))
                .satisfies(refused -> assertThat(refused.lines())
                        .extracting(ImportRefused.Line::line, ImportRefused.Line::column, ImportRefused.Line::code)
                        .containsExactlyInAnyOrder(problems));
    }

    private static org.assertj.core.groups.Tuple problem(int line, @Nullable String column, String code) {
        return tuple(line, column, code);
    }
}
