package org.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.slipway.support.Chromium;
import org.slipway.support.InBrowser;

/** What Cockpit's pages of ours conclude from the engine's history, and what they let out into files. */
@InBrowser
class CockpitTrailIT {

    private static final Path SCRIPTS =
            Path.of("src/main/resources/META-INF/resources/webjars/camunda/app/cockpit/scripts/slipway-0.1.0");

    /** An activity of the history: its id, its begin and end in seconds, whether it was cancelled. */
    private static final String ACTIVITY = """
            const moment = second => second === null ? null : new Date(second * 1000).toISOString();
            const ran = (activityId, from, to, more = {}) =>
              ({ id: activityId + from, activityId, activityType: 'userTask', canceled: false, startTime: moment(from), endTime: moment(to), ...more });
            const flow = (source, target) => ({ id: source + '-' + target, source, target });
            """;

    @Test
    void followsALoopBySourceAndTime(Chromium chromium) throws IOException {
        assertThat(concluded(chromium, """
                        const all = [ran('start', 0, 0), ran('plan', 1, 5), ran('gate', 5, 5), ran('plan', 6, 9), ran('gate', 9, 9), ran('end', 9, 9)];
                        const flows = [flow('start', 'plan'), flow('plan', 'gate'), flow('gate', 'plan'), flow('gate', 'end')];
                        return trail.takenFlows(all, flows, new Set(['gate'])).map(each => each.id).join(' ');
                        """)).isEqualTo("start-plan plan-gate gate-plan plan-gate gate-end");
    }

    @Test
    void tellsAnEventGatewayThatWasLeftFromOneThatWasCancelled(Chromium chromium) throws IOException {
        String wait = "ran('wait', 1, 8, { activityType: 'eventBasedGateway', canceled: true })";
        String script = "return trail.steps([%s]).map(each => each.kind).join(' ');";

        assertThat(concluded(
                        chromium,
                        script.formatted(wait + ", ran('early', 8, 8, { activityType: 'intermediateMessageCatch' })")))
                .isEqualTo("PASSED PASSED");
        assertThat(concluded(chromium, script.formatted(wait))).isEqualTo("BEGUN CANCELLED");
    }

    @Test
    void countsTheRunsOfAnActivityAndNotTheBodyAroundThem(Chromium chromium) throws IOException {
        assertThat(concluded(chromium, """
                        const all = [ran('approve#multiInstanceBody', 0, 9), ran('approve', 0, 4), ran('approve', 1, 9), ran('carryOut', 9, null)];
                        const steps = trail.steps(all).map(each => each.activity + ' ' + each.kind);
                        return [...trail.counts(all)].join(' ') + ' / ' + steps.join(', ');
                        """))
                .isEqualTo(
                        "approve,2 carryOut,1 / approve BEGUN, approve BEGUN, approve DONE, approve DONE, carryOut BEGUN");
    }

    @Test
    void putsEqualCountsIntoTheSameFifth(Chromium chromium) throws IOException {
        assertThat(
                        concluded(
                                chromium,
                                "return [...trail.fifths(new Map([['a', 1], ['b', 1], ['c', 7], ['d', 90], ['e', 90], ['f', 0]]))].join(' ');"))
                .isEqualTo("a,1 b,1 c,3 d,4 e,4");
    }

    @Test
    void letsNoFormulaIntoAFile(Chromium chromium) throws IOException {
        assertThat(
                        concluded(
                                chromium,
                                "return ['=1+1', ' @sum', '\\t+2', '＝x', 'a,b', 'say \"x\"', null, 42].map(files.cell).join(' | ');"))
                .isEqualTo("'=1+1 | ' @sum | '\t+2 | '＝x | \"a,b\" | \"say \"\"x\"\"\" |  | 42");
    }

    private static Object concluded(Chromium chromium, String script) throws IOException {
        Page page = chromium.open("data:text/html,<title>Slipway</title>");
        return page.evaluate("async () => { const trail = await import('%s'); const files = await import('%s'); %s %s }"
                .formatted(module("trail.js"), module("export.js"), ACTIVITY, script));
    }

    private static String module(String file) throws IOException {
        return "data:text/javascript;base64,"
                + Base64.getEncoder().encodeToString(Files.readAllBytes(SCRIPTS.resolve(file)));
    }
}
