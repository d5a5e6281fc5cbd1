package org.slipway.process.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has the {@link TaskWatch} put on the tasks of every model that is deployed. */
@Configuration(proxyBeanMethods = false)
class TaskWatching {

    @Bean
    static ProcessEnginePlugin watchedTasks(ObjectProvider<TaskWatch> watch) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                List<BpmnParseListener> listeners = new ArrayList<>(
                        engine.getCustomPostBPMNParseListeners() == null
                                ? List.of()
                                : engine.getCustomPostBPMNParseListeners());
                listeners.add(new WatchedTasks(watch));
                engine.setCustomPostBPMNParseListeners(listeners);
            }
        };
    }
}
