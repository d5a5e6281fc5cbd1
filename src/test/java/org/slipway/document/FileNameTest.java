package org.slipway.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slipway.shared.Malformed;

class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd, passwd",
        "C:\\Users\\me\\plan.pdf, plan.pdf",
        "relatório de versão.docx, relatório de versão.docx",
        "a<b>c:d|e?.txt, a_b_c_d_e_.txt",
        "'tool.exe. . ', tool.exe",
        ".profile, .profile",
        "CON, _CON",
        "nul.txt, _nul.txt",
        "Lpt1 .tar.gz, _Lpt1 .tar.gz",
        "COM\u00B9.log, _COM\u00B9.log",
        "console.txt, console.txt",
        "tool.exe::$DATA, tool.exe__$DATA"
    })
    void keepsWhatIsFitForAFileName(String given, String kept) {
        assertThat(FileName.of(given).text()).isEqualTo(kept);
    }

    @Test
    void losesWhatCannotBeSeen() {
        // Shown from right to left from the mark on, the end would read "txt".
        assertThat(FileName.of("invoice\u202Etxt.exe\r\n\u0000").text()).isEqualTo("invoicetxt.exe");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "/", "..", "folder/", "\u0007"})
    void refusesANameOfWhichNothingIsLeft(String given) {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> FileName.of(given))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("document-name-required"));
    }

    @Test
    void keepsTheExtensionOfALongName() {
        String name = FileName.of("x".repeat(400) + ".pdf").text();

        assertThat(name).hasSize(200).endsWith("x.pdf");
        assertThat(FileName.of("x".repeat(400)).text()).hasSize(200);
        assertThat(FileName.of("🚀".repeat(150) + ".pdf").text()).hasSize(200).endsWith("🚀.pdf");
        assertThat(FileName.of("a" + "🚀".repeat(150)).text()).hasSize(199).endsWith("🚀");
    }

    @Test
    void tellsTheExtensionInLowerCase() {
        assertThat(FileName.of("SETUP.EXE").extension()).isEqualTo("exe");
        assertThat(FileName.of("invoice.pdf.exe").extension()).isEqualTo("exe");
        assertThat(FileName.of("invoice.pdf" + " ".repeat(150) + ".exe").extension())
                .isEqualTo("exe");
        assertThat(FileName.of("x".repeat(400) + ".exe").extension()).isEqualTo("exe");
        assertThat(FileName.of("README").extension()).isEmpty();
        assertThat(FileName.of("archive.tar.gz").extension()).isEqualTo("gz");
    }
}
