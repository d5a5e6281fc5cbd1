package org.slipway.process;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Publishes a bean to process models: a delegate can then be named by a service task ({@code ${recordPlan}}), and the
 * public methods of any other bean can be called in expressions ({@code ${due.planning(execution.processBusinessKey)}}).
 * Whoever may deploy a model may call these methods with any arguments, so they only read. A bean whose methods are
 * called must be a public class. Beans without this annotation do not exist for models.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ForModels {}
