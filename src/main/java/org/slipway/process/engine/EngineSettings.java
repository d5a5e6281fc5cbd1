package org.slipway.process.engine;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.spring.boot.starter.configuration.CamundaDeploymentConfiguration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What cannot be said in {@code application.yaml}: the parts of the engine that are our own. */
@Configuration(proxyBeanMethods = false)
class EngineSettings {

    @Bean
    static CamundaDeploymentConfiguration namedDeployment() {
        return new NamedDeployment();
    }

    /** The engine takes all plugins, so it waits with this one until the schema is up to date. */
    @Bean
    @DependsOnDatabaseInitialization
    static ProcessEnginePlugin ownParts() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setResourceAuthorizationProvider(new CoarseGrants());
            }
        };
    }
}
