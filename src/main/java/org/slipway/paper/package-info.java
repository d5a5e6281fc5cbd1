/**
 * Owns what everything that is written for paper has in common: its fonts.
 * Publishes {@link org.slipway.paper.PdfFonts}.
 * May touch nothing.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.slipway.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
