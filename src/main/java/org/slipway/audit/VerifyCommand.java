package org.slipway.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slipway.audit.pack.PackCheck;

/**
 * Verifies an exported journal with nothing but the file, and the anchors that somebody kept outside, if he has some:
 * {@code java -jar slipway.jar verify journal.jsonl [anchors.jsonl]}; or an audit pack, and whether it was signed by the key
 * that somebody knows: {@code verify audit-pack.zip [public-key.pem] [anchors.jsonl]}. Ends with 0 when nobody has bent it, with 1 when
 * somebody has, with 2 when it cannot be told.
 */
public final class VerifyCommand {

    private static final int WHOLE = 0;
    private static final int BENT = 1;
    private static final int UNKNOWN = 2;

    private VerifyCommand() {}

    public static boolean isMeant(String[] arguments) {
        return arguments.length > 0 && arguments[0].equals("verify");
    }

    public static int run(String[] arguments, PrintStream out) {
        List<Path> files = Stream.of(arguments).skip(1).map(Path::of).toList();
        boolean pack = !files.isEmpty() && files.get(0).toString().endsWith(".zip");
        if (files.isEmpty() || files.size() > (pack ? 3 : 2)) {
            out.println("usage: verify journal.jsonl [anchors.jsonl]");
            out.println("       verify audit-pack.zip [public-key.pem] [anchors.jsonl]");
            return UNKNOWN;
        }
        try {
            if (pack) {
                return PackCheck.tell(PackCheck.of(files.get(0), find(files, false), find(files, true)), out);
            }
            Verification found = verify(files);
            tell(found, out);
            return found.valid() ? WHOLE : BENT;
        } catch (IOException | RuntimeException e) {
            out.println("not readable as a journal: " + e.getMessage());
            return UNKNOWN;
        }
    }

    /** What is given besides a pack: anchors, by the end of their name, or a key. */
    private static @Nullable Path find(List<Path> files, boolean anchors) {
        return files.stream()
                .skip(1)
                .filter(file -> file.toString().endsWith(".jsonl") == anchors)
                .findFirst()
                .orElse(null);
    }

    private static Verification verify(List<Path> files) throws IOException {
        ObjectMapper json = json();
        JournalCheck check = new JournalCheck(true);
        if (files.size() == 2) {
            Anchors.Known known = Anchors.read(files.get(1), json);
            if (known.anchors().isEmpty()) {
                throw new IOException(files.get(1) + " holds no anchor");
            }
            check.know(known);
        }
        int number = 0;
        try (BufferedReader lines = Files.newBufferedReader(files.get(0))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                check.read(json.readValue(line, JournalLine.class));
            }
        } catch (JsonProcessingException e) {
            throw new IOException("line " + number + ": " + e.getOriginalMessage(), e);
        }
        return check.result();
    }

    private static ObjectMapper json() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    private static void tell(Verification found, PrintStream out) {
        ResourceBundle texts = ResourceBundle.getBundle("i18n/audit");
        out.printf(
                "%s: %d lines of %d releases, %d entries (%d with erasures), %d seals, the chain ends at %d with %s,"
                        + " %d anchors compared%n",
                found.valid() ? "whole" : "bent",
                found.lines(),
                found.releases(),
                found.entries(),
                found.erased(),
                found.seals(),
                found.head().position(),
                found.head().hash(),
                found.anchors());
        if (found.anchors() == 0) {
            out.println(
                    "Without an anchor that was kept outside nobody can tell whether the whole chain was written anew.");
        }
        found.findings()
                .forEach(finding -> out.println(where(finding) + texts.getString("finding." + finding.reason())));
    }

    private static String where(Finding finding) {
        return (finding.position() == null ? "" : "seal " + finding.position() + ", ")
                + (finding.release() == null ? "" : finding.release() + ", ")
                + (finding.sequence() == null ? "" : "line " + finding.sequence() + ", ")
                + (finding.entry() == null ? "" : finding.entry() + ", ");
    }
}
