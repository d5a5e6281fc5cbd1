package org.slipway.audit.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slipway.audit.ReleaseJournal;
import org.slipway.audit.pack.Evidence.Known;
import org.slipway.audit.pack.PackedDocuments.Packed;
import org.slipway.checklist.Checklist;
import org.slipway.process.flow.DrawnModel;
import org.slipway.process.flow.Trail;
import org.slipway.release.ReleaseRecord;
import org.slipway.release.Window;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a person reads of a pack, in his language: the same facts as in the other files, shortened where they are long. */
@Component
class Paper {

    private static final int MOST_DRAWINGS = 12;
    private static final int LONGEST = 2_000;

    private final Rows rows;
    private final ReleaseJournal lines;
    private final PackKey key;
    private final MessageSource texts;

    Paper(Rows rows, ReleaseJournal lines, PackKey key, MessageSource texts) {
        this.rows = rows;
        this.lines = lines;
        this.key = key;
        this.texts = texts;
    }

    /** @param models as deployed, by id */
    void write(
            Known known,
            List<Packed> documents,
            Map<String, String> models,
            ReleaseJournal.Chain chain,
            ReleaseJournal.Verdict verdict,
            Locale language,
            OutputStream out)
            throws IOException {
        PackWords words = new PackWords(texts, language);
        ReleaseRecord release = known.release();
        String title = words.text("title") + " " + release.number();
        String foot = title + " · " + words.text("asOf") + " " + words.time(known.asOf());
        try (Sheets sheets = new Sheets(out, title, foot, words)) {
            PaperCover.write(known, title, key.pair(), verdict, sheets, words);
            facts(known, sheets, words);
            fourEyes(known, sheets, words);
            timeline(known, sheets, words);
            checklists(known, language, sheets, words);
            items(release, sheets, words);
            documents(known, documents, sheets, words);
            processes(known, models, sheets, words);
            PaperInterventions.write(rows, known, sheets, words);
            history(known, chain, sheets, words);
            if (sheets.hasReplaced()) {
                sheets.text(words.text("replaced", "\uFFFD"));
            }
        }
    }

    private static void facts(Known known, Sheets sheets, PackWords words) {
        ReleaseRecord release = known.release();
        sheets.heading(words.text("facts"));
        sheets.table(new float[] {1, 3});
        sheets.row(words.text("description"), cut(release.description()));
        sheets.row(words.text("model"), joined(release.model(), release.modelVersion()));
        sheets.row(words.text("requester"), known.name(release.requester()));
        sheets.row(
                words.text("registered"), words.time(release.registeredAt()) + " · " + known.name(release.registrar()));
        sheets.row(words.text("owner"), known.name(release.owner()));
        sheets.row(words.text("groups"), joined(release.executorGroup(), release.approverGroup()));
        sheets.row(words.text("planning"), window(release.planning(), words));
        sheets.row(words.text("deployment"), window(release.deployment(), words));
        sheets.row(words.text("deadline"), words.time(release.deadline()));
        sheets.row(
                words.text("clock"),
                joined(
                        release.termMinutes(),
                        release.elapsedMinutes(),
                        release.suspendedMinutes(),
                        release.delayMinutes()));
        sheets.row(words.text("cycle"), String.valueOf(release.cycle()));
        sheets.row(words.text("ended"), words.time(release.concludedAt()));
        sheets.row(
                words.text("closure"),
                cut(joined(release.closure(), release.solutionCategory(), release.releaseDate())));
        sheets.endTable(words.text("none"));
    }

    private static void fourEyes(Known known, Sheets sheets, PackWords words) {
        for (Decisions.Cycle cycle : known.decisions().cycles()) {
            sheets.heading(words.text("fourEyes") + " · " + words.text("cycle") + " " + cycle.cycle());
            sheets.table(
                    new float[] {2, 2, 2, 2, 4},
                    words.text("when"),
                    words.text("who"),
                    words.text("what"),
                    words.text("decision"),
                    words.text("text"));
            cycle.decided()
                    .forEach(deed -> sheets.row(
                            words.time(deed.at()),
                            known.name(deed.person()),
                            deed.task() == null
                                    ? words.common("OCCURRENCE", deed.category())
                                    : words.common("TASK", deed.task()),
                            Objects.requireNonNullElse(deed.decision(), ""),
                            cut(Objects.requireNonNullElse(deed.text(), ""))));
            sheets.endTable(words.text("none"));
            sheets.table(
                    new float[] {4, 1.4f, 3, 3},
                    words.text("rule"),
                    words.text("verdict"),
                    words.text("people"),
                    words.text("against"));
            for (Decisions.Duty duty : cycle.fourEyes()) {
                boolean own = duty.rule() == Decisions.Rule.REQUESTER_AUTHORISES_AND_CLOSES;
                sheets.row(
                        words.text("rule." + duty.rule()),
                        words.text("verdict." + duty.verdict()),
                        people(known, duty.people()),
                        own ? "" : people(known, duty.against()));
            }
            sheets.endTable(words.text("none"));
        }
    }

    private static void timeline(Known known, Sheets sheets, PackWords words) {
        sheets.heading(words.text("timeline"));
        sheets.table(
                new float[] {1, 2, 3, 2, 2},
                words.text("cycle"),
                words.text("when"),
                words.text("who"),
                words.text("before"),
                words.text("after"));
        known.decisions().deeds().stream()
                .filter(deed -> deed.statusAfter() != null)
                .forEach(deed -> sheets.row(
                        String.valueOf(deed.cycle()),
                        words.time(deed.at()),
                        known.name(deed.person()),
                        words.common("STATUS", deed.statusBefore()),
                        words.common("STATUS", deed.statusAfter())));
        sheets.endTable(words.text("none"));
    }

    private static void checklists(Known known, Locale language, Sheets sheets, PackWords words) {
        sheets.heading(words.text("checklists"));
        sheets.table(
                new float[] {1, 4, 3, 2, 3, 3},
                words.text("cycle"),
                words.text("checklists"),
                words.text("step"),
                words.text("state"),
                words.text("answered"),
                words.text("confirmed"));
        for (Checklist each : known.checklists()) {
            sheets.row(
                    String.valueOf(each.cycle()),
                    each.definition().title().in(language) + " (" + each.version() + ")",
                    words.common("TASK", each.step()),
                    words.common("CHECKLIST", each.state().name()),
                    joined(words.time(each.answeredAt()), known.nameOrNothing(each.answeredBy())),
                    joined(words.time(each.confirmedAt()), known.nameOrNothing(each.confirmedBy())));
        }
        sheets.endTable(words.text("none"));
    }

    private void items(ReleaseRecord release, Sheets sheets, PackWords words) {
        sheets.heading(words.text("items"));
        sheets.table(new float[] {3, 4, 4}, words.text("item"), words.text("before"), words.text("after"));
        ItemEvidence.each(
                rows,
                release.number(),
                release.cycle(),
                item -> sheets.row(
                        item.key() + "\n" + item.name(),
                        version(item.version(item.before()), words),
                        version(item.version(item.after()), words)));
        sheets.endTable(words.text("none"));
    }

    private static String version(JsonNode version, PackWords words) {
        JsonNode state = version.path("state");
        return joined(
                version.path("number").asText(),
                version.path("origin").asText(),
                version.path("reference").asText(null),
                state.path("status").asText(null),
                state.path("group").asText(null),
                state.path("productVersion").asText(null),
                words.time(java.time.Instant.parse(version.path("madeAt").asText())),
                version.path("madeBy").asText());
    }

    private static void documents(Known known, List<Packed> documents, Sheets sheets, PackWords words) {
        sheets.heading(words.text("documents"));
        sheets.table(
                new float[] {4, 1.5f, 2.5f, 3},
                words.text("document"),
                words.text("size"),
                words.text("when"),
                words.text("who"));
        for (Packed document : documents) {
            sheets.row(
                    document.name() + "\n" + words.text("copy." + document.copy()),
                    String.valueOf(document.size()),
                    words.time(document.uploadedAt()),
                    known.name(document.uploadedBy()));
            sheets.below("SHA-256 " + document.sha256());
        }
        sheets.endTable(words.text("none"));
    }

    private static void processes(Known known, Map<String, String> models, Sheets sheets, PackWords words) {
        List<Trail> trails = known.process().runs().stream()
                .filter(trail -> models.containsKey(trail.model()))
                .toList();
        for (Trail trail : trails.subList(0, Math.min(MOST_DRAWINGS, trails.size()))) {
            sheets.drawing(
                    trail.name() + " (" + trail.version() + ") · " + words.text("cycle") + " " + trail.cycle() + " · "
                            + words.time(trail.startedAt()) + " – " + words.time(trail.endedAt()),
                    DrawnModel.of(Objects.requireNonNull(models.get(trail.model())), trail));
        }
        if (trails.size() > MOST_DRAWINGS) {
            sheets.text(words.text("more", trails.size() - MOST_DRAWINGS));
        }
        sheets.upright();
    }

    private void history(Known known, ReleaseJournal.Chain chain, Sheets sheets, PackWords words) {
        sheets.heading(words.text("history"));
        sheets.text(words.text("chain", String.valueOf(chain.position()), chain.hash()));
        sheets.table(
                new float[] {0.6f, 2.2f, 2.5f, 3, 6},
                "#",
                words.text("when"),
                words.text("who"),
                words.text("what"),
                words.text("text"));
        lines.histories(known.release().number(), line -> {
            sheets.row(
                    String.valueOf(line.sequence()),
                    words.time(line.at()),
                    known.name(line.person()),
                    joined(words.common("OCCURRENCE", line.category()), words.common("TASK", line.task())),
                    cut(joined(words.common("STATUS", line.statusAfter()), line.decision(), line.text())));
            sheets.below("SHA-256 " + line.hash());
        });
        sheets.endTable(words.text("none"));
    }

    private static String window(Window window, PackWords words) {
        return words.time(window.start()) + " – " + words.time(window.end());
    }

    private static String people(Known known, Set<String> people) {
        return people.stream().map(known::name).collect(Collectors.joining(", "));
    }

    private static String joined(@Nullable Object... parts) {
        return Stream.of(parts)
                .filter(part -> part != null && !part.toString().isEmpty())
                .map(Object::toString)
                .collect(Collectors.joining(" · "));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
    }
}
