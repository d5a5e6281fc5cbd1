package org.slipway.shared;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an entity of which the journal notes every change, with what was before and after: registries, rights, settings. What
 * happens to a release stands in its own history.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Journaled {

    /** Whether rows that come in with a file are noted one by one too; otherwise the file is. */
    boolean rowsOfFiles() default true;

    /** Properties of which it is noted that they changed, and not what they hold. */
    String[] secrets() default {};
}
