package org.slipway.desktop;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slipway.access.Directory;
import org.slipway.access.Group;
import org.slipway.portfolio.ReleaseModels;
import org.slipway.reporting.ChartInterval;
import org.slipway.reporting.ReleaseCharts;
import org.slipway.reporting.ReleaseCharts.Bucket;
import org.slipway.reporting.ReleaseCharts.Count;
import org.slipway.reporting.ReleaseCharts.Standing;
import org.slipway.reporting.ReleaseMetrics;
import org.slipway.reporting.ReleaseQuestion;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** How releases stand now, how they came and went, and how well they went (src/docs/domain.md, Charts; Metrics). */
@Controller
class Insights {

    private static final int MODELS = 200;
    private static final String GROUP = "executorGroup";
    private static final List<Integer> PERIODS = List.of(30, 90, 180, 365);

    /**
     * How many releases have one value, and where they are listed.
     *
     * @param key none for all whose values are not named
     */
    public record Part(
            @Nullable String key, long count, @Nullable String href) {}

    /**
     * One chart of what is open.
     *
     * @param words what the keys are called in texts; none where a key is its own name
     */
    public record Chart(String id, String kind, @Nullable String words, List<Part> parts) {}

    /** What came and went in one interval, and where both are listed. */
    public record Interval(LocalDate day, Part registered, Part ended) {}

    private final ReleaseCharts charts;
    private final ReleaseMetrics metrics;
    private final ReleaseModels models;
    private final Directory directory;
    private final ObjectMapper json;
    private final Clock clock;

    Insights(
            ReleaseCharts charts,
            ReleaseMetrics metrics,
            ReleaseModels models,
            Directory directory,
            ObjectMapper json,
            Clock clock) {
        this.charts = charts;
        this.metrics = metrics;
        this.models = models;
        this.directory = directory;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping("/insights")
    String show(
            @RequestParam(defaultValue = "") String executorGroup,
            @RequestParam(defaultValue = "") String model,
            @RequestParam(defaultValue = "90") int days,
            @RequestParam(defaultValue = "WEEK") ChartInterval interval,
            @RequestParam MultiValueMap<String, String> parameters,
            Model page) {
        ZoneId zone = LocaleContextHolder.getTimeZone().toZoneId();
        Standing open = charts.standing(question(executorGroup, model, true));
        ReleaseQuestion all = question(executorGroup, model, null);
        Instant now = clock.instant();
        page.addAttribute("total", open.total());
        UriComponentsBuilder list = list(executorGroup, model);
        page.addAttribute("openReleases", href(list.cloneBuilder().queryParam("open", true)));
        page.addAttribute("charts", standing(open, list));
        page.addAttribute(
                "overTime",
                charts.overTime(all, interval, zone).stream()
                        .map(bucket -> interval(bucket, list))
                        .toList());
        page.addAttribute("models", models.list(null, null, null, MODELS).items());
        page.addAttribute(
                "metrics",
                metrics.of(
                        now.minus(Duration.ofDays(PERIODS.contains(days) ? days : PERIODS.get(1))),
                        now,
                        model.isBlank() ? null : model,
                        executorGroup.isBlank() ? null : executorGroup));
        page.addAttribute("periods", PERIODS);
        page.addAttribute("days", days);
        page.addAttribute("intervals", ChartInterval.values());
        page.addAttribute("interval", interval);
        page.addAttribute("group", executorGroup);
        page.addAttribute("model", model);
        List<Group> groups = directory.groups();
        page.addAttribute("groups", groups);
        page.addAttribute(
                "groupNames", groups.stream().collect(Collectors.toMap(Group::id, Group::name, (one, other) -> one)));
        page.addAttribute("page", new ListAddress("/insights", parameters));
        return "desktop/insights";
    }

    private static List<Chart> standing(Standing open, UriComponentsBuilder list) {
        UriComponentsBuilder ofOpen = list.cloneBuilder().queryParam("open", true);
        List<Count> situations = open.situations().stream()
                .filter(count -> !"ENDED".equals(count.key()))
                .toList();
        return List.of(
                new Chart("situation", "doughnut", "export.situation.", parts(situations, "situation", ofOpen)),
                new Chart("priority", "bar", "SW_PRIORITY_", parts(open.priorities(), "priority", ofOpen)),
                new Chart("status", "bar", "SW_STATUS_", parts(open.statuses(), "status", ofOpen)),
                new Chart("group", "bar", null, parts(open.groups(), GROUP, ofOpen)));
    }

    private static List<Part> parts(List<Count> counts, String parameter, UriComponentsBuilder list) {
        return counts.stream()
                .map(count -> new Part(
                        count.key(),
                        count.count(),
                        count.key() == null
                                ? null
                                : href(list.cloneBuilder().replaceQueryParam(parameter, count.key()))))
                .toList();
    }

    private static Interval interval(Bucket bucket, UriComponentsBuilder list) {
        return new Interval(
                bucket.day(),
                new Part(
                        null,
                        bucket.registered(),
                        href(list.cloneBuilder()
                                .queryParam("openedFrom", bucket.from())
                                .queryParam("openedTo", bucket.to()))),
                new Part(
                        null,
                        bucket.ended(),
                        href(list.cloneBuilder()
                                .queryParam("closedFrom", bucket.from())
                                .queryParam("closedTo", bucket.to()))));
    }

    private static String href(UriComponentsBuilder address) {
        return address.encode().build().toUriString();
    }

    /** The list of releases, narrowed as this page is. */
    private static UriComponentsBuilder list(String group, String model) {
        UriComponentsBuilder list = UriComponentsBuilder.fromPath("/releases");
        if (!group.isBlank()) {
            list.queryParam(GROUP, group);
        }
        if (!model.isBlank()) {
            list.queryParam("model", model);
        }
        return list;
    }

    private ReleaseQuestion question(String group, String model, @Nullable Boolean open) {
        Map<String, Object> asked = new HashMap<>();
        if (!group.isBlank()) {
            asked.put(GROUP, group);
        }
        if (!model.isBlank()) {
            asked.put("model", model);
        }
        if (open != null) {
            asked.put("open", open);
        }
        return json.convertValue(asked, ReleaseQuestion.class);
    }
}
