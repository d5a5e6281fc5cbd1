package org.slipway.audit.pack;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.slipway.access.CurrentUser;
import org.slipway.access.Operation;
import org.slipway.access.Rights;
import org.slipway.audit.EntryKind;
import org.slipway.audit.Journal;
import org.slipway.audit.ReleaseJournal;
import org.slipway.audit.ReleaseJournalCheck;
import org.slipway.audit.pack.Evidence.Known;
import org.slipway.audit.pack.PackedDocuments.Copy;
import org.slipway.audit.pack.PackedDocuments.Packed;
import org.slipway.release.Releases;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts together everything about one release, as of one moment, in an archive that anybody can verify
 * (src/docs/domain.md, Audit pack). That it was fetched is an entry of the journal, and of the pack itself.
 */
@Service
class AuditPack {

    private final Releases releases;
    private final Evidence evidence;
    private final Rows rows;
    private final PackedDocuments documents;
    private final PackedProcess process;
    private final ReleaseJournal lines;
    private final Journal journal;
    private final PackSettings settings;
    private final PackKey key;
    private final Paper paper;
    private final Rights rights;
    private final CurrentUser currentUser;
    private final ObjectMapper json;
    private final TransactionTemplate snapshot;
    private final Clock clock;
    private final String version;

    AuditPack(
            Releases releases,
            Evidence evidence,
            Rows rows,
            PackedDocuments documents,
            PackedProcess process,
            ReleaseJournal lines,
            Journal journal,
            PackSettings settings,
            PackKey key,
            Paper paper,
            Rights rights,
            CurrentUser currentUser,
            ObjectMapper json,
            TransactionTemplate transaction,
            Clock clock,
            ObjectProvider<BuildProperties> build) {
        this.releases = releases;
        this.evidence = evidence;
        this.rows = rows;
        this.documents = documents;
        this.process = process;
        this.lines = lines;
        this.journal = journal;
        this.settings = settings;
        this.key = key;
        this.paper = paper;
        this.rights = rights;
        this.currentUser = currentUser;
        this.json = json;
        this.snapshot = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        this.snapshot.setIsolationLevel(Isolation.REPEATABLE_READ.value());
        this.snapshot.setReadOnly(true);
        this.clock = clock;
        BuildProperties built = build.getIfAvailable();
        this.version = built == null ? "development" : String.valueOf(built.getVersion());
    }

    /**
     * For auditors, and for whoever may change such releases whether or not this one is his. Refuses {@code
     * release-unknown} and {@code operation-not-allowed}.
     */
    void write(String number, Locale language, Path file) throws IOException {
        String model = releases.get(number).model();
        if (!rights.mayI(Operation.EDIT, model)) {
            rights.require(Operation.AUDIT);
        }
        journal.recordApart(EntryKind.EXPORT, number, "audit-pack", Map.of());
        lines.seal();
        Instant asOf = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        try (OutputStream out = Files.newOutputStream(file);
                PackFile pack = new PackFile(out, asOf)) {
            snapshot.executeWithoutResult(status -> {
                try {
                    write(evidence.of(number, asOf, currentUser.id()), language, pack);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private void write(Known known, Locale language, PackFile pack) throws IOException {
        String number = known.release().number();
        pack.add("README.txt", out -> out.write(ReadMe.of(known, key.pair()).getBytes(StandardCharsets.UTF_8)));
        add(pack, "release.json", record(known));
        add(pack, "decisions.json", decisions(known, number));
        add(
                pack,
                "checklists.json",
                known.checklists().stream().map(PackedChecklist::of).toList());
        add(pack, "links.json", links(number));
        pack.add("configuration-items.json", out -> items(known, out));
        add(pack, "activities.json", activities(number));
        add(pack, "interventions.json", interventions(known));
        List<Packed> packed = documents.pack(number, pack);
        add(pack, "documents.json", packed);
        Map<String, String> models = process.pack(known.process(), pack);
        ReleaseJournalCheck check = lines.begin();
        pack.add(Manifest.JOURNAL, out -> lines.writeLines(number, check, out));
        ReleaseJournal.Chain[] chain = new ReleaseJournal.Chain[1];
        pack.add(Manifest.CHAIN, out -> chain[0] = lines.writeChain(number, settings.maxSeals(), check, out));
        ReleaseJournal.Verdict verdict = lines.verdict(number, chain[0], check);
        pack.add("audit-pack.pdf", out -> paper.write(known, packed, models, chain[0], verdict, language, out));
        seal(known, chain[0], verdict, notes(packed, chain[0], verdict), pack);
    }

    private void seal(
            Known known, ReleaseJournal.Chain chain, ReleaseJournal.Verdict verdict, List<String> notes, PackFile pack)
            throws IOException {
        PackKey.Pair pair = key.pair().orElse(null);
        PublicKey shown = pair == null ? null : pair.shown();
        if (shown != null) {
            pack.add(Manifest.PUBLIC_KEY, out -> out.write(PackKey.pem(shown).getBytes(StandardCharsets.US_ASCII)));
        } else {
            notes.add("unsigned: this installation has no key for packs");
        }
        StringBuilder sums = new StringBuilder();
        pack.entries()
                .forEach(entry -> sums.append(entry.sha256())
                        .append("  ")
                        .append(entry.name())
                        .append('\n'));
        pack.add("SHA256SUMS", out -> out.write(sums.toString().getBytes(StandardCharsets.UTF_8)));
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                known.release().number(),
                known.release().status().name(),
                !known.release().status().isEnded(),
                known.asOf(),
                known.madeBy(),
                "slipway",
                version,
                pair != null,
                pair == null ? null : pair.id(),
                shown == null ? null : PackKey.algorithm(shown),
                new Manifest.Chain(chain.position(), chain.hash(), chain.unbroken()),
                verdict,
                notes,
                pack.entries());
        byte[] written = json.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest);
        pack.add(Manifest.NAME, out -> out.write(written));
        if (pair != null) {
            pack.add(Manifest.SIGNATURE, out -> out.write(pair.sign(written)));
        }
    }

    private static List<String> notes(List<Packed> packed, ReleaseJournal.Chain chain, ReleaseJournal.Verdict verdict) {
        List<String> notes = new ArrayList<>();
        if (!verdict.whole()) {
            notes.add("THE JOURNAL OF THIS RELEASE IS BENT: see journal.findings");
        }
        packed.stream()
                .filter(document -> document.copy() != Copy.INCLUDED)
                .forEach(document -> notes.add("document " + document.id() + " (" + document.name() + "): "
                        + switch (document.copy()) {
                            case TOO_LARGE -> "left out, the documents together are larger than a pack may hold";
                            case UNREADABLE -> "its content cannot be read";
                            default -> "its content is not what was uploaded";
                        }));
        if (!chain.unbroken()) {
            notes.add("chain.jsonl holds the seals of this release only: the way to the head is too long");
        }
        return notes;
    }

    /** Without what the caller may do, which is no evidence. */
    private ObjectNode record(Known known) {
        ObjectNode record = json.valueToTree(known.release());
        record.remove("actions");
        ObjectNode all = json.createObjectNode();
        all.put("asOf", known.asOf().toString());
        all.put("open", !known.release().status().isEnded());
        all.set("release", record);
        all.set(
                "course",
                json.valueToTree(known.decisions().deeds().stream()
                        .filter(deed -> deed.statusAfter() != null)
                        .toList()));
        all.set("people", json.valueToTree(known.people()));
        return all;
    }

    private Map<String, Object> decisions(Known known, String number) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("requester", known.decisions().requester());
        all.put("cycles", known.decisions().cycles());
        all.put("approvals", table(Tables.APPROVALS, number));
        return all;
    }

    private Map<String, Object> links(String number) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("changes", table(Tables.CHANGES, number));
        all.put("records", table(Tables.RECORDS, number));
        all.put("media", table(Tables.MEDIA, number));
        all.put("notifications", table(Tables.NOTICES, number));
        all.put("impacts", table(Tables.IMPACTS, number));
        return all;
    }

    private Map<String, Object> activities(String number) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("activities", table(Tables.ACTIVITIES, number));
        all.put("backoutPlan", table(Tables.BACKOUT_STEPS, number));
        all.put("roles", table(Tables.ROLES, number));
        return all;
    }

    private Map<String, Object> interventions(Known known) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("operations", table(Tables.OPERATIONS, known.release().number()));
        all.put("operationLog", known.process().operations());
        all.put("incidents", known.process().incidents());
        return all;
    }

    private List<ObjectNode> table(String sql, String number) {
        return rows.list(sql, Map.of("release", number));
    }

    private void items(Known known, OutputStream out) throws IOException {
        try (JsonGenerator array = json.createGenerator(out)) {
            array.useDefaultPrettyPrinter();
            array.writeStartArray();
            ItemEvidence.each(rows, known.release().number(), known.release().cycle(), item -> {
                try {
                    array.writePOJO(item);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            array.writeEndArray();
        }
    }

    private void add(PackFile pack, String name, Object content) throws IOException {
        pack.add(name, out -> json.writerWithDefaultPrettyPrinter().writeValue(out, content));
    }
}
