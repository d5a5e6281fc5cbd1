package org.slipway.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.slipway.document.ZipFiles.fields;
import static org.slipway.document.ZipFiles.gz;
import static org.slipway.document.ZipFiles.joined;
import static org.slipway.document.ZipFiles.last;
import static org.slipway.document.ZipFiles.slice;
import static org.slipway.document.ZipFiles.zeros;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slipway.shared.Refusal;
import org.springframework.core.io.ByteArrayResource;

/** A hostile corpus, made here. */
class AcceptanceTest {

    private static final String TOO_LARGE = "document-unpacks-too-large";
    private static final String UNREADABLE = "document-archive-unreadable";
    private static final String UNSAFE = "document-archive-unsafe";
    private static final String FORBIDDEN = "document-kind-forbidden";

    private final Acceptance acceptance = new Acceptance(Settings.with());

    @Test
    void takesHonestArchives() {
        accept("package.zip", ZipFiles.of("bin/", "bin/deploy.sh", "docs/Relatório.pdf"));
        accept("from-windows.zip", ZipFiles.of(ISO_8859_1, "Relatório.txt"));
        accept("letter.docx", ZipFiles.of("[Content_Types].xml", "word/document.xml", "word/media/image2.svg"));
        accept("letter.odt", ZipFiles.stored("mimetype", "application/vnd.oasis.opendocument.text".getBytes(UTF_8)));
        accept("odd.ods", ZipFiles.of("META-INF/manifest.xml", "mimetype"));
        accept("all.zip", ZipFiles.with("letters/first.docx", ZipFiles.of("[Content_Types].xml")));
        accept("server.log.gz", gz("started".repeat(1000).getBytes(UTF_8)));
        accept("two.gz", joined(gz("a".getBytes(UTF_8)), gz("b".getBytes(UTF_8))));
        accept("zeros.zip", ZipFiles.with("disk.img", zeros(5)));
        accept("commented.zip", ZipFiles.zip(UTF_8, zip -> {
            zip.putNextEntry(new ZipEntry("a.txt"));
            zip.setComment("PK is how this begins, PK\u0005\u0006 how it ends");
        }));
        accept("large.zip", withLargeEnd(ZipFiles.of("a.txt", "b.txt")));
    }

    @Test
    void refusesArchivesOutOfWhichTooMuchComes() {
        refuse(TOO_LARGE, "bomb.zip", ZipFiles.with("zeros.bin", zeros(11)));
        refuse(TOO_LARGE, "bomb.xlsx", ZipFiles.with("xl/sheet.xml", zeros(11)));
        refuse(TOO_LARGE, "harmless.txt", ZipFiles.with("zeros.bin", zeros(11)));
        refuse(TOO_LARGE, "bomb.gz", gz(zeros(11)));
        refuse(TOO_LARGE, "second.gz", joined(gz(new byte[1]), gz(zeros(11))));
        refuse(TOO_LARGE, "bomb.zip.gz", gz(ZipFiles.with("zeros.bin", zeros(11))));
        refuse(
                TOO_LARGE,
                "many.zip",
                ZipFiles.of(IntStream.rangeClosed(0, 10_000)
                        .mapToObj(Integer::toString)
                        .toArray(String[]::new)));
        refuse(TOO_LARGE, "nested.zip", ZipFiles.with("second.gz", joined(gz(new byte[1]), gz(zeros(11)))));
    }

    @Test
    void refusesArchivesInArchivesWithoutEnd() {
        byte[] archive = ZipFiles.of("a.txt");
        for (int depth = 2; depth <= 4; depth++) {
            archive = depth % 2 == 0 ? ZipFiles.with("inner.bin", archive) : gz(archive);
        }
        accept("four.zip", archive);
        refuse(TOO_LARGE, "five.zip", ZipFiles.with("inner.bin", archive));

        byte[] many = ZipFiles.zip(UTF_8, zip -> {
            for (int i = 0; i < 20; i++) {
                zip.putNextEntry(new ZipEntry(i + ".bin"));
                zip.write(ZipFiles.with("zeros.bin", zeros(1)));
            }
        });
        refuse(TOO_LARGE, "wide.zip", many);
    }

    @Test
    void stopsUnpackingAsSoonAsItIsTooMuch() {
        byte[] bomb = ZipFiles.with("zeros.bin", zeros(100));
        AtomicInteger read = new AtomicInteger();

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new Unpacking(Settings.with(), bomb.length)
                        .check("zip", new ByteArrayInputStream(bomb) {
                            @Override
                            public synchronized int read(byte[] target, int offset, int length) {
                                int some = super.read(target, offset, length);
                                read.addAndGet(some);
                                return some;
                            }
                        }));

        assertThat(read.get()).isLessThan(bomb.length / 8);
    }

    @Test
    void takesTheLimitsFromTheSettings() {
        Acceptance strict = new Acceptance(Settings.with("archive.max-unpacked", "1KB", "archive.max-entries", "2"));

        assertThat(code(strict, "a.zip", ZipFiles.with("a.bin", new byte[1025])))
                .isEqualTo(TOO_LARGE);
        assertThat(code(strict, "a.zip", ZipFiles.of("a", "b", "c"))).isEqualTo(TOO_LARGE);
        assertThat(code(strict, "a.zip", ZipFiles.of("a", "b"))).isEmpty();
        assertThat(code(
                        new Acceptance(Settings.with("archive.max-ratio", "2000")),
                        "a.zip",
                        ZipFiles.with("a", zeros(20))))
                .isEmpty();
        assertThat(code(new Acceptance(Settings.with("archive.max-nesting", "1")), "a.gz", gz(ZipFiles.of("a"))))
                .isEqualTo(TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../plan.txt",
                "docs/../../plan.txt",
                "..\\plan.txt",
                "docs/.. /plan.txt",
                "..",
                "/etc/cron.d/job",
                "\\\\server\\share\\plan.txt",
                "C:\\Windows\\plan.txt",
                "c:plan.txt",
                "plan\u0000.txt",
                "plan\r\n.txt"
            })
    void refusesEntriesThatLeaveTheirFolder(String name) {
        refuse(UNSAFE, "a.zip", ZipFiles.of("fine.txt", name));
        refuse(UNSAFE, "a.zip", ZipFiles.with("inner.zip", ZipFiles.of(name)));
    }

    @Test
    void refusesEntriesThatPointElsewhere() {
        byte[] zip = ZipFiles.with("link", "/etc/passwd".getBytes(UTF_8));
        int entry = last(ZipFiles.DIRECTORY_ENTRY, zip);
        fields(zip).putShort(entry + 4, (short) (3 << 8 | 20)).putInt(entry + 38, 0xA1FF << 16);

        refuse(UNSAFE, "a.zip", zip);
        refuse(UNSAFE, "a.zip", ZipFiles.of("x".repeat(1001)));
    }

    @ParameterizedTest
    @CsvSource({
        "setup.exe, exe",
        "docs/Page.HTML, html",
        "lib/tool.jar, jar",
        "META-INF/MANIFEST.MF, jar",
        "org/slipway/Slipway.class, class",
        "word/media/run.vbs, vbs",
        "drawing.svg, svg",
        "run.bat., bat",
        "run\u202E.bat, bat"
    })
    void refusesForbiddenKindsInArchives(String name, String kind) {
        byte[] zip = ZipFiles.of("fine.txt", name);

        assertThatExceptionOfType(DocumentKindForbidden.class)
                .isThrownBy(() -> acceptance.judge(FileName.of("a.zip"), new ByteArrayResource(zip)))
                .satisfies(refusal -> assertThat(refusal.arguments()).containsExactly(kind));
        refuse(FORBIDDEN, "a.zip", ZipFiles.with("inner.zip", zip));
    }

    @Test
    void refusesForbiddenKindsInArchivesWhateverTheyAreCalled() {
        byte[] program = "MZ\u0090\u0000".getBytes(ISO_8859_1);
        refuse(FORBIDDEN, "a.zip", ZipFiles.with("readme.txt", program));
        refuse(FORBIDDEN, "a.zip", ZipFiles.stored("readme.txt", program));
        refuse(FORBIDDEN, "readme.gz", gz(program));
        refuse(FORBIDDEN, "picture.gz", gz("<svg onload='alert(1)'/>".getBytes(UTF_8)));
    }

    @Test
    void refusesArchivesThatCannotBeChecked() {
        byte[] zip = ZipFiles.of("a.txt", "b.txt");
        refuse(UNREADABLE, "half.zip", slice(zip, 0, zip.length / 2));
        refuse(UNREADABLE, "nearly.zip", slice(zip, 0, zip.length - 1));
        refuse(UNREADABLE, "empty.zip", ZipFiles.of());
        refuse(UNREADABLE, "spanned.zip", joined("PK\u0007\u0008".getBytes(ISO_8859_1), zip));
        refuse(UNREADABLE, "half.gz", slice(gz(zip), 0, 30));
        refuse(UNREADABLE, "inner.zip", ZipFiles.with("half.zip", slice(zip, 0, zip.length - 1)));

        byte[] encrypted = zip.clone();
        fields(encrypted).putShort(6, (short) (fields(zip).getShort(6) | 1));
        refuse(UNREADABLE, "encrypted.zip", encrypted);

        byte[] emptyPiece = gz(new byte[0]);
        byte[] pieces = new byte[emptyPiece.length * 200_000];
        for (int i = 0; i < pieces.length; i += emptyPiece.length) {
            System.arraycopy(emptyPiece, 0, pieces, i, emptyPiece.length);
        }
        refuse(UNREADABLE, "pieces.gz", pieces);
    }

    @Test
    void refusesArchivesThatSayTwoThings() {
        byte[] zip = ZipFiles.of("a.txt", "b.txt");
        byte[] other = ZipFiles.of("hidden.txt");
        byte[] hidden = slice(other, 0, fields(other).getInt(last(ZipFiles.END, other) + 16));
        refuse(UNREADABLE, "behind.zip", joined(zip, "<html>".getBytes(UTF_8)));
        refuse(UNREADABLE, "two.zip", joined(zip, zip));
        refuse(UNREADABLE, "hidden.zip", ZipFiles.beforeDirectory(zip, hidden));
        refuse(UNREADABLE, "gap.zip", ZipFiles.beforeDirectory(zip, joined(new byte[64], hidden)));

        for (int field : new int[] {10, 20, 24, 42, 46}) {
            // Method, compressed size, size, place, name.
            byte[] lying = zip.clone();
            int entry = last(ZipFiles.DIRECTORY_ENTRY, zip);
            lying[entry + field]++;
            refuse(UNREADABLE, "lying.zip", lying);
        }
        for (int field : new int[] {10, 16}) {
            // Count and place of the directory.
            byte[] lying = zip.clone();
            lying[last(ZipFiles.END, zip) + field]++;
            refuse(UNREADABLE, "lying.zip", lying);
        }
    }

    @Test
    void refusesFilesOfTwoKinds() {
        byte[] zip = ZipFiles.of("payload.bin");
        for (String head : new String[] {"GIF89a", "%PDF-1.7\n", "\u00FF\u00D8\u00FF", "Dear all,\n"}) {
            refuse("document-ambiguous", "file.bin", joined(head.getBytes(ISO_8859_1), zip));
        }
        accept("about-zip.txt", "An archive ends with PK\u0005\u0006 and eighteen more bytes".getBytes(UTF_8));
    }

    @Test
    void servesAFileOfTwoKindsAsNeitherUnlessItsNameAndBeginningAgree() {
        Map<String, String> served = Map.of(
                "%PDF-1.7\n<html><script>alert(1)</script>", "application/pdf",
                "GIF89a=1;alert(1)//", "application/octet-stream",
                "\n%PDF-1.7", "application/octet-stream");
        served.forEach((content, type) -> assertThat(
                        accept("scan.pdf", content.getBytes(UTF_8)).contentType(FileName.of("scan.pdf")))
                .isEqualTo(type));
        assertThat(accept("log.txt", gz(new byte[1])).contentType(FileName.of("log.txt")))
                .isEqualTo("application/octet-stream");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "invoice.pdf.exe",
                "invoice\u202Efdp.exe",
                "invoice.pdf.exe. ",
                "invoice.pdf                              .scr",
                "folder/invoice.pdf\\run.cmd",
                "in\u200Bvoice.h\u200Btml",
                "page.xhtml",
                "page.mhtml",
                "drawing.SVGZ"
            })
    void refusesNamesThatHideWhatTheyAre(String name) {
        refuse(FORBIDDEN, name, "harmless".getBytes(UTF_8));
    }

    @Test
    void refusesPagesWhateverTheyAreCalled() {
        refuse(FORBIDDEN, "notes.txt", "<svg/>".getBytes(UTF_8));
        refuse(FORBIDDEN, "notes.txt", "\u0000<html>".getBytes(UTF_8));
        refuse(FORBIDDEN, "notes.txt", "<!DOCTYPE html>".getBytes(UTF_16LE));
        refuse(FORBIDDEN, "notes.txt", "From: <Saved by Blink>\r\nSubject: x\r\n\r\n".getBytes(UTF_8));
        refuse(
                FORBIDDEN,
                "photo.jpg",
                "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>".getBytes(UTF_8));
    }

    private static byte[] withLargeEnd(byte[] zip) {
        int end = last(ZipFiles.END, zip);
        byte[] more = new byte[56 + 20];
        fields(more)
                .putInt(0, 0x06064b50)
                .putLong(4, 44)
                .putLong(24, 2)
                .putLong(32, 2)
                .putLong(48, fields(zip).getInt(end + 16))
                .putInt(56, 0x07064b50)
                .putLong(64, end);
        return joined(slice(zip, 0, end), more, slice(zip, end, zip.length));
    }

    private Inspection accept(String name, byte[] content) {
        try {
            return acceptance.judge(FileName.of(name), new ByteArrayResource(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refuse(String code, String name, byte[] content) {
        assertThat(code(acceptance, name, content)).as(name).isEqualTo(code);
    }

    private static String code(Acceptance acceptance, String name, byte[] content) {
        try {
            acceptance.judge(FileName.of(name), new ByteArrayResource(content));
            return "";
        } catch (Refusal refusal) {
            return refusal.code();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
