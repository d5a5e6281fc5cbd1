package org.slipway.desktop;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slipway.access.Directory;
import org.slipway.access.Group;
import org.slipway.desktop.CalendarPeriod.View;
import org.slipway.desktop.WindowGrid.Kind;
import org.slipway.release.ReleaseStatus;
import org.slipway.reporting.FoundRelease;
import org.slipway.reporting.ReleaseQuestion;
import org.slipway.reporting.ReleaseSearch;
import org.slipway.reporting.ReleaseWindows;
import org.slipway.shared.Slice;
import org.slipway.shared.Unknown;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * When releases are planned and deployed: as month, week, day and timeline, in the reader's time zone
 * (src/docs/domain.md, Board and calendar).
 */
@Controller
class CalendarPage {

    private static final String PATH = "/calendar";

    private final ReleaseWindows windows;
    private final ReleaseSearch search;
    private final Directory directory;
    private final Clock clock;

    CalendarPage(ReleaseWindows windows, ReleaseSearch search, Directory directory, Clock clock) {
        this.windows = windows;
        this.search = search;
        this.directory = directory;
        this.clock = clock;
    }

    /** What a form sends empty does not narrow. */
    @InitBinder
    void emptyIsAbsent(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @GetMapping(PATH)
    String show(
            @Valid ReleaseQuestion question,
            @RequestParam(defaultValue = "month") String view,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate date,
            @RequestParam(name = "window", required = false) @Nullable String window,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Locale locale,
            Model page) {
        ZoneId zone = LocaleContextHolder.getTimeZone().toZoneId();
        LocalDate today = LocalDate.now(clock.withZone(zone));
        CalendarPeriod period = date == null
                ? CalendarPeriod.opened(viewOf(view), today, locale)
                : CalendarPeriod.of(viewOf(view), date, locale);
        Slice<FoundRelease> found = windows.overlapping(
                period.from().atStartOfDay(zone).toInstant(),
                period.to().atStartOfDay(zone).toInstant(),
                question);
        WindowGrid grid = new WindowGrid(zone, today, kinds(window));
        boolean timeline = period.view() == View.TIMELINE;
        page.addAttribute("period", period);
        page.addAttribute("today", today);
        page.addAttribute("zone", zone.getId());
        page.addAttribute("heads", grid.days(period.from(), period.length()));
        page.addAttribute(
                "rows",
                timeline
                        ? grid.timeline(period.from(), period.length(), found.items())
                        : grid.rows(
                                period.from(),
                                period.rows(),
                                period.length(),
                                period.view().most(),
                                found.items()));
        page.addAttribute(
                "legend",
                found.items().stream()
                        .map(FoundRelease::status)
                        .distinct()
                        .sorted()
                        .toList());
        page.addAttribute("cut", found.next() == null ? 0 : found.items().size());
        page.addAttribute("question", question);
        page.addAttribute("statuses", ReleaseStatus.values());
        page.addAttribute("page", new ListAddress(PATH, parameters));
        MultiValueMap<String, String> ofDays = new LinkedMultiValueMap<>(parameters);
        ofDays.set("view", "day");
        page.addAttribute("days", new ListAddress(PATH, ofDays));
        List<Group> groups = directory.groups();
        page.addAttribute("groups", groups);
        page.addAttribute("groupNames", names(groups));
        if (part != null) {
            return "desktop/calendar :: view";
        }
        return "desktop/calendar";
    }

    /** The windows of one release as they are now, to look at and to move. */
    @GetMapping("/calendar/releases/{number}")
    String windows(@PathVariable String number, Model page) {
        page.addAttribute(
                "release",
                search.named(List.of(number)).stream()
                        .findFirst()
                        .orElseThrow(() -> new Unknown("release-unknown", null, number)));
        page.addAttribute("groupNames", names(directory.groups()));
        return "desktop/calendar :: windows";
    }

    private static Map<String, String> names(List<Group> groups) {
        return groups.stream().collect(Collectors.toMap(Group::id, Group::name, (one, other) -> one));
    }

    private static View viewOf(String name) {
        return Arrays.stream(View.values())
                .filter(view -> view.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(View.MONTH);
    }

    private static List<Kind> kinds(@Nullable String window) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equalsIgnoreCase(window))
                .findFirst()
                .map(List::of)
                .orElse(List.of(Kind.values()));
    }
}
