package org.slipway.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.community.process_test_coverage.core.model.Event;
import org.camunda.community.process_test_coverage.core.model.Model;
import org.camunda.community.process_test_coverage.core.model.Run;
import org.camunda.community.process_test_coverage.engine.platform7.ElementCoverageParseListener;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Fails a test class whose tests do not pass every element and every sequence flow of its model in the running
 * application. The only place that knows the library that watches the engine. A single test of the class, run alone,
 * fails for what the others would have passed.
 */
public final class ModelCoverage implements BeforeAllCallback, AfterAllCallback {

    private final String model;
    private final Run passed;

    private ModelCoverage(String model) {
        this.model = model;
        this.passed = new Run(model, model);
    }

    /** Of the model with this process id, which is the name of its file. */
    public static ModelCoverage of(String model) {
        return new ModelCoverage(model);
    }

    @Override
    public void beforeAll(ExtensionContext tests) {
        ApplicationContext application = SpringExtension.getApplicationContext(tests);
        application.getBean(ElementCoverageParseListener.class).setCoverageState(passed::addEvent);
        BpmnAwareTests.init(application.getBean(ProcessEngine.class));
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        BpmnAwareTests.reset();
        Set<String> elements = elements();
        List<String> missed = new ArrayList<>(elements);
        missed.removeAll(passed.getEventsDistinct(model).stream()
                .map(Event::getDefinitionKey)
                .collect(Collectors.toSet()));
        assertThat(missed)
                .as("what no test of %s passes in %s", tests.getDisplayName(), model)
                .isEmpty();
        assertThat(passed.calculateCoverage(new Model(model, elements.size(), "", "")))
                .as("coverage of %s", model)
                .isEqualTo(1.0);
    }

    private Set<String> elements() {
        var file = Bpmn.readModelFromFile(new File("bpmn", model + ".bpmn"));
        Set<String> ids = new HashSet<>();
        for (Class<? extends FlowElement> kind : List.of(FlowNode.class, SequenceFlow.class)) {
            file.getModelElementsByType(kind).forEach(element -> ids.add(element.getId()));
        }
        return ids;
    }

    /** Has the engine of the application tell what it passes. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Watching {

        @Bean
        static ElementCoverageParseListener elementCoverage() {
            ElementCoverageParseListener listener = new ElementCoverageParseListener();
            listener.setCoverageState(event -> {});
            return listener;
        }

        @Bean
        static ProcessEnginePlugin watchedElements(ElementCoverageParseListener listener) {
            return new AbstractProcessEnginePlugin() {
                @Override
                public void preInit(ProcessEngineConfigurationImpl engine) {
                    var listeners = new ArrayList<>(
                            engine.getCustomPostBPMNParseListeners() == null
                                    ? List.of()
                                    : engine.getCustomPostBPMNParseListeners());
                    listeners.add(listener);
                    engine.setCustomPostBPMNParseListeners(listeners);
                }
            };
        }
    }
}
