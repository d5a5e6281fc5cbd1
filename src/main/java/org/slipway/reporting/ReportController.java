package org.slipway.reporting;

import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slipway.reporting.ReleaseMetrics.Metric;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/releases")
class ReportController {

    private final ReleaseCharts charts;
    private final ReleaseMetrics metrics;
    private final MessageSource texts;

    ReportController(ReleaseCharts charts, ReleaseMetrics metrics, MessageSource texts) {
        this.charts = charts;
        this.metrics = metrics;
        this.texts = texts;
    }

    /** A metric with what it is called and how it is defined, in the reader's language. */
    record DefinedMetric(
            String key,
            String name,
            String definition,
            @Nullable Double value,
            ReleaseMetrics.Unit unit,
            long numerator,
            long denominator,
            Instant from,
            Instant to) {}

    record Metrics(List<DefinedMetric> items) {}

    @GetMapping("/charts")
    ReleaseCharts.Charts charts(
            @Valid @ParameterObject ReleaseQuestion question,
            @RequestParam(defaultValue = "WEEK") ChartInterval interval,
            @RequestParam(required = false) @Nullable String zone) {
        return charts.of(question, interval, Zones.of(zone));
    }

    @GetMapping("/metrics")
    Metrics metrics(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable Instant from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String model,
            @RequestParam(required = false) @Nullable String group,
            Locale language) {
        return new Metrics(metrics.of(from, to, model, group).stream()
                .map(metric -> defined(metric, language))
                .toList());
    }

    private DefinedMetric defined(Metric metric, Locale language) {
        String text = "metric." + metric.key();
        return new DefinedMetric(
                metric.key(),
                texts.getMessage(text, null, language),
                texts.getMessage(text + ".definition", null, language),
                metric.value(),
                metric.unit(),
                metric.numerator(),
                metric.denominator(),
                metric.from(),
                metric.to());
    }
}
