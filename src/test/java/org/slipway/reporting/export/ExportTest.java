package org.slipway.reporting.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slipway.reporting.ReleaseQuestion;
import org.slipway.shared.BusinessRuleViolated;
import org.slipway.support.MovableClock;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What a search finds can be carried away, whatever people have written into it. */
@SlipwayTest
@OnBothDatabases
class ExportTest {

    private static final String SHEET = "xl/worksheets/sheet1.xml";

    /** As a spreadsheet counts days. */
    private static final int DAYS_BEFORE_1970 = 25_569;

    private static final String FORMULA = "=HYPERLINK(\"http://example.org\",\"x\") ";
    private static final String NASTY =
            "<script>alert('ü')</script> 🚀 שלום עולם مرحبا 日本 \u202Eevil\u202C & \"quoted\"; ";

    @TempDir
    Path folder;

    private final SlipwayClient slipway;
    private final ReleaseExport export;
    private final MovableClock clock;
    private final String mark = "x" + UUID.randomUUID().toString().substring(0, 8);
    private final String description = (NASTY + mark + "\n").repeat(150).substring(0, 10_000);

    ExportTest(SlipwayClient slipway, ReleaseExport export, MovableClock clock) {
        this.slipway = slipway;
        this.export = export;
        this.clock = clock;
    }

    @Test
    void writesAsCsvWhatNoSpreadsheetRuns() throws IOException {
        String first = release(FORMULA + mark);
        String second = release("Plain " + mark);

        byte[] file = export("CSV", "description=true&sort=number&status=REGISTERED&status=PLANNED", "es");

        List<CSVRecord> lines = CSVFormat.RFC4180
                .parse(new StringReader(new String(file, UTF_8)))
                .getRecords();
        assertThat(lines.get(0).get(0)).isEqualTo("\uFEFFLiberaciones");
        assertThat(lines).anySatisfy(line -> assertThat(line.toList()).containsExactly("Texto", mark));
        assertThat(lines)
                .anySatisfy(line -> assertThat(line.toList()).containsExactly("Situación", "Registrada, Planeada"));
        assertThat(lines)
                .anySatisfy(
                        line -> assertThat(line.toList()).containsExactly("Impreso por", "auditor Tester (auditor)"));
        List<CSVRecord> releases =
                lines.stream().filter(line -> line.get(0).startsWith("REL-")).toList();
        assertThat(releases).extracting(line -> line.get(0)).containsExactly(first, second);
        assertThat(releases.get(0).get(1)).isEqualTo("'" + FORMULA + mark);
        assertThat(releases.get(0).get(2)).isEqualTo("Internal");
        assertThat(releases.get(0).get(3)).isEqualTo("requester Tester");
        assertThat(releases.get(0).get(4)).isEqualTo("Registrada");
        assertThat(releases.get(0).get(15)).isEqualTo(description);
        assertThat(lines.get(lines.size() - 1).get(0)).isEqualTo("Liberaciones: 2");
    }

    @Test
    void writesAsXlsxTextThatIsNoFormula() throws Exception {
        String number = release(FORMULA + mark);

        Path book = book(export("xlsx", "description=true", "pt"));

        assertThat(nodes(book, SHEET, "f")).isEmpty();
        assertThat(texts(book, SHEET, "is"))
                .contains("Liberações", "Texto", mark, "Situação", number, FORMULA + mark, description)
                .contains("Liberações: 1");
        assertThat(texts(book, "xl/sharedStrings.xml", "si"))
                .contains("Registrada", "requester Tester")
                .doesNotHaveDuplicates();
    }

    @Test
    void writesAsXlsxEveryTimeOfTheReadersZoneAsATime() throws Exception {
        release("Timed " + mark);
        JsonNode found = slipway.as("auditor")
                .get("/api/releases?text=" + mark)
                .json()
                .path("items")
                .path(0);
        double days = LocalDateTime.ofInstant(
                                Instant.parse(found.path("registeredAt").asText()), ZoneId.of("America/Sao_Paulo"))
                        .toEpochSecond(ZoneOffset.UTC)
                / 86_400.0;

        Path book = book(export("xlsx", "zone=America/Sao_Paulo", "en"));

        List<Element> times = nodes(book, SHEET, "c").stream()
                .filter(cell -> cell.getAttribute("t").equals("n")
                        && !cell.getAttribute("s").isEmpty())
                .toList();
        assertThat(times).hasSizeBetween(4, 6);
        String format = times.get(0).getAttribute("s");
        assertThat(times).allSatisfy(time -> assertThat(time.getAttribute("s")).isEqualTo(format));
        assertThat(times)
                .anySatisfy(time -> assertThat(Double.parseDouble(time.getTextContent()))
                        .isCloseTo(DAYS_BEFORE_1970 + days, within(1 / 86_400.0)));
        assertThat(nodes(book, "xl/styles.xml", "numFmt"))
                .extracting(each -> each.getAttribute("formatCode"))
                .containsExactly("yyyy-mm-dd hh:mm");
    }

    @Test
    void writesAPdfWithPagesAndSignsForWhatItCannotShow() throws IOException {
        String number = release("Für alle: 日本 " + mark);

        PdfReader pdf = new PdfReader(export("pdf", "description=true&zone=America/Sao_Paulo", "en"));

        String text = "";
        for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
            text += new PdfTextExtractor(pdf).getTextFromPage(page);
        }
        assertThat(pdf.getNumberOfPages()).isGreaterThan(1);
        assertThat(text)
                .contains("Releases", "Text: " + mark, number, "Registered", "Releases: 1", "America/Sao_Paulo")
                .contains("auditor Tester (auditor)", "Page 1", "<script>", "Für", "\uFFFD stands for");
    }

    @Test
    void saysThatNothingWasFound() throws Exception {
        assertThat(new String(export("CSV", "location=quay&category=Harbour", "en"), UTF_8))
                .contains("Physical location,quay", "Category of the model,Harbour", "No release was found.");
        String named = "location=head-office&unit=information-technology&model=gone&portfolio=general";
        assertThat(new String(export("CSV", named, "en"), UTF_8))
                .contains(",Head office\r", ",Information technology\r", "Model,gone\r", "Portfolio,General\r");
        assertThat(texts(book(export("XLSX", "", "en")), SHEET, "is")).contains("No release was found.");
        assertThat(new PdfTextExtractor(new PdfReader(export("PDF", "", "en"))).getTextFromPage(1))
                .contains("No release was found.");
    }

    @Test
    void makesAFileWhileItsOwnerLooksHowFarItIs() {
        String number = release("Ordered " + mark);
        SlipwayClient auditor = slipway.as("auditor");
        Map<String, Object> order = Map.of("format", "csv", "filters", Map.of("text", mark), "zone", "Europe/Lisbon");

        String job = auditor.post("/api/exports", order)
                .expect(202)
                .header("Location")
                .orElseThrow();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> auditor.get(job)
                        .expect(200)
                        .json()
                        .path("state")
                        .asText()
                        .equals("DONE"));

        assertThat(auditor.get(job).json().path("rows").asInt()).isEqualTo(1);
        assertThat(auditor.get(job).json().path("readyAt").asText()).isNotEmpty();
        assertThat(auditor.get(job + "/file").expect(200).text()).contains(number, "Europe/Lisbon");
        slipway.as("operator").get(job).expectProblem(404, "export-unknown");
        slipway.as("operator").get(job + "/file").expectProblem(404, "export-unknown");
        List<String> others = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            others.add(auditor.post("/api/exports", order)
                    .expect(202)
                    .json()
                    .path("id")
                    .asText());
        }
        auditor.post("/api/exports", order).expectProblem(422, "export-too-many");
        others.forEach(id -> auditor.delete("/api/exports/" + id).expect(204));
        clock.advance(Duration.ofHours(5));
        auditor.get(job + "/file").expectProblem(404, "export-unknown");
    }

    @Test
    void refusesMoreThanAFileMayHold() {
        release("One " + mark);
        release("Two " + mark);
        ExportRequest wanted =
                new ExportRequest(ExportFormat.XLSX, ReleaseQuestion.ALL, false, ZoneId.of("UTC"), Locale.ENGLISH);

        assertThatThrownBy(() -> export.write(wanted, folder.resolve("short"), 1, row -> {}))
                .isInstanceOf(BusinessRuleViolated.class)
                .hasMessageContaining("export-too-long");
    }

    private String release(String title) {
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        registration.put("title", title);
        registration.put("description", description);
        return ReleaseStory.registered(slipway, registration).number();
    }

    private byte[] export(String format, String query, String language) {
        return slipway.as("auditor")
                .with("Accept-Language", language)
                .get("/api/releases/export?format=" + format + "&text=" + mark + (query.isEmpty() ? "" : "&" + query))
                .expect(200)
                .bytes();
    }

    private Path book(byte[] file) throws IOException {
        return Files.write(folder.resolve(UUID.randomUUID() + ".xlsx"), file);
    }

    private static List<String> texts(Path book, String part, String name) throws Exception {
        return nodes(book, part, name).stream().map(Node::getTextContent).toList();
    }

    private static List<Element> nodes(Path book, String part, String name) throws Exception {
        try (ZipFile zip = new ZipFile(book.toFile())) {
            NodeList found = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(zip.getInputStream(zip.getEntry(part)))
                    .getElementsByTagName(name);
            return IntStream.range(0, found.getLength())
                    .mapToObj(i -> (Element) found.item(i))
                    .toList();
        }
    }
}
