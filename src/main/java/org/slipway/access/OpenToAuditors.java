package org.slipway.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A call that is no {@code GET} and yet changes nothing of what others see: it only asks, or keeps something for whoever
 * calls. Who is here to audit and for nothing else ({@link Rights#onlyAudit}) is refused every other one.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OpenToAuditors {

    /** Why it changes nothing. */
    String value();
}
