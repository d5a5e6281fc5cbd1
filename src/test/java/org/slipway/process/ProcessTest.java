package org.slipway.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.slipway.support.SlipwayTest;
import org.springframework.context.annotation.Import;

/** The whole application, whose engine tells {@link ModelCoverage} what it passes. */
@SlipwayTest
@Import({ModelCoverage.Watching.class, RunningModels.class})
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
public @interface ProcessTest {}
