package org.slipway.audit.pack;

import java.util.Optional;
import org.slipway.audit.ReleaseJournal;
import org.slipway.audit.pack.Evidence.Known;
import org.slipway.release.ReleaseRecord;

/** What a person reads first: of which release, as of when, by whom, and whether its journal can be relied on. */
final class PaperCover {

    private static final int MOST_FINDINGS = 8;

    private PaperCover() {}

    static void write(
            Known known,
            String title,
            Optional<PackKey.Pair> key,
            ReleaseJournal.Verdict verdict,
            Sheets sheets,
            PackWords words) {
        ReleaseRecord release = known.release();
        sheets.title(title);
        sheets.title(release.title());
        sheets.text(words.common("STATUS", release.status().name()));
        sheets.text(words.text("asOf") + ": " + words.time(known.asOf()));
        sheets.text(words.text("madeBy") + ": " + known.name(known.madeBy()));
        sheets.text(key.map(pair -> words.text("signed", pair.id())).orElseGet(() -> words.text("unsigned")));
        if (!release.status().isEnded()) {
            sheets.text(words.text("open"));
        }
        verdict(verdict, sheets, words);
        sheets.text(words.text("evidence"));
    }

    private static void verdict(ReleaseJournal.Verdict verdict, Sheets sheets, PackWords words) {
        if (verdict.whole()) {
            sheets.text(words.text("whole", String.valueOf(verdict.anchors())));
            return;
        }
        sheets.warning(words.text("bent"));
        verdict.findings().stream()
                .limit(MOST_FINDINGS)
                .forEach(finding -> sheets.text("• " + finding.where() + ": " + words.finding(finding.what())));
        if (verdict.findings().size() > MOST_FINDINGS) {
            sheets.text(words.text("bent.more", verdict.findings().size() - MOST_FINDINGS));
        }
    }
}
