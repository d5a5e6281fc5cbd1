package org.slipway;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import liquibase.integration.spring.SpringLiquibase;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.liquibase.LiquibaseProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The database that all rooms share: how its schema is updated and how many connections a node holds. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LiquibaseProperties.class)
class Database {

    private static final String POOL_SIZE = "spring.datasource.hikari.maximum-pool-size";

    @Bean
    static SpringLiquibase liquibase(DataSource dataSource, LiquibaseProperties properties) {
        SchemaUpdates updates = new SchemaUpdates();
        updates.setDataSource(dataSource);
        updates.setChangeLog(properties.getChangeLog());
        return updates;
    }

    /** More connections than this only make a busy database slower; a configured size wins. */
    @Bean
    static BeanPostProcessor poolSize(Environment environment) {
        boolean configured =
                Binder.get(environment).bind(POOL_SIZE, Integer.class).isBound();
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool && !configured) {
                    pool.setMaximumPoolSize(Math.max(5, 2 * Runtime.getRuntime().availableProcessors() + 1));
                }
                return bean;
            }
        };
    }
}
