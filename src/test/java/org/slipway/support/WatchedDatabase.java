package org.slipway.support;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.AsyncHandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts a {@link StatementLog} before the database of the whole application. */
@TestConfiguration(proxyBeanMethods = false)
public class WatchedDatabase {

    @Bean
    static StatementLog statementLog() {
        return new StatementLog();
    }

    @Bean
    static BeanPostProcessor watchedDatabase(StatementLog log) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source ? log.watch(source) : bean;
            }
        };
    }

    @Bean
    static WebMvcConfigurer loginEnds(StatementLog log) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new AsyncHandlerInterceptor() {
                    @Override
                    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                        // What comes before a controller is the login.
                        log.authenticated();
                        return true;
                    }
                });
            }
        };
    }
}
