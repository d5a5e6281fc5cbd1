package org.slipway;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import liquibase.integration.spring.SpringLiquibase;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.liquibase.LiquibaseProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database that all rooms share: how its schema is updated and how many connections a node holds. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LiquibaseProperties.class)
class Database {

    @Bean
    static SpringLiquibase liquibase(DataSource dataSource, LiquibaseProperties properties) {
        SchemaUpdates updates = new SchemaUpdates();
        updates.setDataSource(dataSource);
        updates.setChangeLog(properties.getChangeLog());
        return updates;
    }

    /** More connections than this only make a busy database slower; a configured size wins. */
    @Bean
    static BeanPostProcessor poolSize() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool && pool.getMaximumPoolSize() < 0) {
                    pool.setMaximumPoolSize(Math.max(5, 2 * Runtime.getRuntime().availableProcessors() + 1));
                }
                return bean;
            }
        };
    }
}
