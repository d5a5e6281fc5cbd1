package org.slipway.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * Runs the test a second time on PostgreSQL. The build runs every test on H2 and then those with this tag with
 * {@code -Dslipway.test.database=postgresql}; a single one by hand:
 * {@code ./mvnw test -Dtest=SomeTest -Dslipway.test.database=postgresql}.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("both-databases")
public @interface OnBothDatabases {}
