package org.slipway.process.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.variable.serializer.JavaObjectSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.TypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.VariableSerializers;
import org.camunda.bpm.spring.boot.starter.configuration.CamundaDeploymentConfiguration;
import org.slipway.process.engine.contract.ModelContract;
import org.slipway.process.engine.contract.ModelVocabulary;
import org.slipway.process.engine.contract.PublishedBeans;
import org.springframework.beans.factory.ListableBeanFactory;
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
    static ProcessEnginePlugin ownParts(ListableBeanFactory context, ModelVocabulary vocabulary) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setIdGenerator(new ShortIds());
                engine.setCustomHistoryLevels(List.of(new TrimmedHistory()));
                engine.setCacheFactory(new SettledDefinitions());
                engine.setScriptEngineResolver(new NoScripts());
                LegalHoldsInEngine.install(engine, context);
                engine.setCustomJobHandlers(List.of(new KeepingCleanUp(context)));
                engine.setResourceAuthorizationProvider(new CoarseGrants());
                PublishedBeans beans = PublishedBeans.of(context);
                engine.setExpressionManager(new GuardedExpressions(beans, context));
                engine.setCustomPreDeployers(List.of(new ModelGate(new ModelContract(vocabulary, beans))));
            }

            @Override
            public void postInit(ProcessEngineConfigurationImpl engine) {
                keepNoObjects(engine.getVariableSerializers());
            }
        };
    }

    /** Beside those of other plugins. */
    static void add(ProcessEngineConfigurationImpl engine, SessionFactory manager) {
        List<SessionFactory> managers = new ArrayList<>();
        if (engine.getCustomSessionFactories() != null) {
            managers.addAll(engine.getCustomSessionFactories());
        }
        managers.add(manager);
        engine.setCustomSessionFactories(managers);
    }

    private static void keepNoObjects(VariableSerializers serializers) {
        TypedValueSerializer<?> stock = serializers.getSerializerByName(JavaObjectSerializer.NAME);
        int place = serializers.getSerializerIndexByName(JavaObjectSerializer.NAME);
        serializers.removeSerializer(stock).addSerializer(new PassingObjects(), place);
    }
}
