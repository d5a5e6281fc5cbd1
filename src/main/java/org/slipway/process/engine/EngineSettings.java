package org.slipway.process.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.spring.boot.starter.configuration.CamundaDeploymentConfiguration;
import org.slipway.process.engine.contract.ModelContract;
import org.slipway.process.engine.contract.ModelVocabulary;
import org.slipway.process.engine.contract.PublishedBeans;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
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
    static ProcessEnginePlugin ownParts(ListableBeanFactory context, ObjectProvider<ModelVocabulary> vocabulary) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setScriptEngineResolver(new NoScripts());
                engine.setResourceAuthorizationProvider(new CoarseGrants());
                // Until the words of the models are published, the models' beans do not exist either.
                vocabulary.ifAvailable(words -> guard(engine, words, context));
            }
        };
    }

    private static void guard(
            ProcessEngineConfigurationImpl engine, ModelVocabulary vocabulary, ListableBeanFactory context) {
        PublishedBeans beans = PublishedBeans.of(context);
        engine.setExpressionManager(new GuardedExpressions(beans, context));
        engine.setCustomPreDeployers(List.of(new ModelGate(new ModelContract(vocabulary, beans))));
    }
}
