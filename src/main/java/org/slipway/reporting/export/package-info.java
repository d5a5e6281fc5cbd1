/** What a search finds as a file: CSV, XLSX or PDF, at once or by a job. */
@NullMarked
package org.slipway.reporting.export;

import org.jspecify.annotations.NullMarked;
