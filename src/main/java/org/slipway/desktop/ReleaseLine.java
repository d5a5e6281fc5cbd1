package org.slipway.desktop;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slipway.release.CurrentTask;
import org.slipway.reporting.FoundRelease;

/**
 * A release in a list, with what the person may do with it from there.
 *
 * @param actions what is offered, in the order of a menu; the harmful ones are apart
 * @param harmful what loses something
 * @param take    the first task that nobody holds and is offered to the person
 * @param work    the first task that the person holds
 */
public record ReleaseLine(
        FoundRelease release,
        List<String> actions,
        List<String> harmful,
        @Nullable CurrentTask take,
        @Nullable CurrentTask work) {}
