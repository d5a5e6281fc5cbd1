package org.slipway.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The tables and repositories of all rooms without engine and web, in a transaction that is rolled back after each
 * test. What a room's test wants besides, it imports. Starts in half a second; {@link SlipwayTest} for what needs more.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@DataJpaTest(
        showSql = false,
        properties = {
            "spring.liquibase.change-log=classpath:db/changelog/master.yaml",
            "spring.jpa.hibernate.ddl-auto=validate",
            "logging.level.root=warn"
        })
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@ContextConfiguration(initializers = TestDatabase.class)
@Import(TestClock.class)
public @interface RoomTest {}
