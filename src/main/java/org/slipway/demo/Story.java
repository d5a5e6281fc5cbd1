package org.slipway.demo;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slipway.release.Contact;
import org.slipway.release.Level;
import org.slipway.release.RegisterRelease;
import org.slipway.release.ReleaseStatus;
import org.slipway.release.Window;

/**
 * A release of the demo: how it is registered, what people do with it, and where that leaves it.
 *
 * @param by         who registers it
 * @param planning   start and end, counted from the start of the demo
 * @param deployment as {@code planning}
 */
record Story(
        String title,
        String description,
        @Nullable String model,
        String by,
        Level impact,
        Level urgency,
        Level risk,
        @Nullable String version,
        @Nullable Contact contact,
        List<Duration> planning,
        List<Duration> deployment,
        List<String> changes,
        @Nullable List<String> configurationItems,
        @Nullable List<String> backoutPlan,
        List<Act> acts,
        ReleaseStatus status) {

    /** The way it is registered; groups, contract and calendar are those of its model, the standard one where it names none. */
    RegisterRelease registration(Moments moments) {
        return new RegisterRelease(
                title,
                description,
                model,
                null,
                null,
                contact,
                null,
                null,
                impact,
                urgency,
                risk,
                version,
                window(planning, moments),
                window(deployment, moments),
                changes,
                configurationItems,
                backoutPlan,
                null);
    }

    private static Window window(List<Duration> ends, Moments moments) {
        return new Window(moments.after(ends.get(0)), moments.after(ends.get(1)));
    }
}
