package org.slipway;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The OpenAPI document at {@code /v3/api-docs}: what writes it is built when somebody asks for it, not at every start. */
@Configuration(proxyBeanMethods = false)
class ApiDocumentation {

    private static final String WRITER = "org.springdoc.";

    @Bean
    static BeanFactoryPostProcessor builtWhenAskedFor() {
        return beans -> {
            for (String name : beans.getBeanDefinitionNames()) {
                BeanDefinition bean = beans.getBeanDefinition(name);
                String madeBy = bean.getFactoryBeanName() == null ? bean.getBeanClassName() : bean.getFactoryBeanName();
                if (madeBy != null && madeBy.startsWith(WRITER)) {
                    bean.setLazyInit(true);
                }
            }
        };
    }
}
