package org.slipway.webapps.retry;

import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Method;
import java.time.Clock;
import org.slipway.access.CurrentUser;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.interceptor.TransactionAttributeSource;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Where retries are taken care of: in front of every controller of ours, and around every command. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Retries {

    private static final String OURS = "org.slipway.";

    /** In memory, therefore not as large as an upload may be set to. */
    private static final int MOST_BYTES = 12 * 1024 * 1024;

    @Bean
    static FilterRegistrationBean<RetryFilter> retryFilter(
            CurrentUser currentUser,
            KeptAnswers answers,
            PlatformTransactionManager transactions,
            MultipartResolver uploads,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver failures,
            Clock clock) {
        FilterRegistrationBean<RetryFilter> filter = new FilterRegistrationBean<>(
                new RetryFilter(currentUser, answers, transactions, uploads, failures, clock, MOST_BYTES));
        filter.addUrlPatterns("/api/*");
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
        return filter;
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor settlement(TransactionAttributeSource transactional, ObjectProvider<EntityManager> entities) {
        StaticMethodMatcherPointcut commands = new StaticMethodMatcherPointcut() {
            @Override
            public boolean matches(Method method, Class<?> type) {
                return transactional.hasTransactionAttribute(method, type);
            }
        };
        commands.setClassFilter(type -> type.getName().startsWith(OURS));
        DefaultPointcutAdvisor advisor =
                new DefaultPointcutAdvisor(commands, Settlement.afterCommands(entities::getObject));
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return advisor;
    }

    /** Tells readers of the API's description that every command takes a key. */
    @Bean
    static OpenApiCustomizer describedKey() {
        return api -> api.getPaths().values().stream()
                .flatMap(path -> path.readOperationsMap().entrySet().stream())
                .filter(operation -> operation.getKey() != HttpMethod.GET)
                .forEach(operation -> operation
                        .getValue()
                        .addParametersItem(new HeaderParameter()
                                .name(Claim.HEADER)
                                .description(
                                        "Makes a retry safe: within 24 hours, the same request with the same key is"
                                                + " carried out once and gets the first answer, marked Idempotency-Replayed: true.")
                                .required(false)
                                .schema(new StringSchema().minLength(1).maxLength(200))));
    }
}
