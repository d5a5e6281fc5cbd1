package org.slipway.support;

import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives each application context a database of its own: H2 in memory, or PostgreSQL when the build asks for it. */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Names the database the tests run on: {@code h2} (default) or {@code postgresql}. */
    public static final String PROPERTY = "slipway.test.database";

    /** Whether this run of the tests is the one on PostgreSQL. */
    public static boolean isPostgreSql() {
        return "postgresql".equals(System.getProperty(PROPERTY));
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String name = "slipway_" + UUID.randomUUID().toString().replace("-", "");
        Map<String, Object> properties = isPostgreSql() ? postgreSql(name) : h2(name);
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test database", properties));
    }

    private static Map<String, Object> h2(String name) {
        return Map.of(
                "spring.datasource.url", "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
                "spring.datasource.username", "sa",
                "spring.datasource.password", "");
    }

    private static Map<String, Object> postgreSql(String name) {
        return Map.of(
                "spring.datasource.url", PostgreSQL.freshDatabase(name),
                "spring.datasource.username", PostgreSQL.USER,
                "spring.datasource.password", PostgreSQL.USER);
    }
}
