package org.slipway.reporting.export;

import java.time.ZoneId;
import java.util.Locale;
import org.slipway.reporting.ReleaseQuestion;

/** What somebody wants as a file, in his language and his time zone. */
record ExportRequest(
        ExportFormat format, ReleaseQuestion question, boolean descriptions, ZoneId zone, Locale language) {}
