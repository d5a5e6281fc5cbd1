package org.slipway.process.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.slipway.support.TestDatabase;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.liquibase.LiquibaseAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** The engine with our settings and a few beans for models, without the rooms and without the shipped models. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        classes = EngineTest.Application.class,
        properties = {"camunda.bpm.auto-deployment-enabled=false", "camunda.bpm.job-execution.enabled=false"})
@ActiveProfiles("test")
@ContextConfiguration(initializers = TestDatabase.class)
@interface EngineTest {

    /** The engine alone, on whatever the context that it is part of offers to models. */
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        LiquibaseAutoConfiguration.class,
        CamundaBpmAutoConfiguration.class
    })
    @Import(EngineSettings.class)
    class Engine {}

    @Import({Engine.class, ParcelBeans.class})
    class Application {}
}
