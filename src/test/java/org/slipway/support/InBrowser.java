package org.slipway.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Test methods may take a {@link Chromium} and open pages in it. Such classes end in {@code IT}. Without a browser on
 * the machine they are skipped, unless the environment says {@code SLIPWAY_BROWSER=required}; they then fail.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("browser")
@ExtendWith(ChromiumExtension.class)
public @interface InBrowser {}
