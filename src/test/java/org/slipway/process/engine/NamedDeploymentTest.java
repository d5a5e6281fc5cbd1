package org.slipway.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.Test;
import org.slipway.process.ProcessMessage;
import org.slipway.process.ProcessVariable;
import org.slipway.process.engine.contract.ModelVocabulary;
import org.slipway.process.engine.contract.ShippedBeans;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** What the engine holds after the application has started, and has started again. */
class NamedDeploymentTest {

    @Test
    void holdsEveryShippedFileUnderItsPlainNameAndNoSecondVersionAfterARestart() {
        String firstDeployment;
        try (ConfigurableApplicationContext first = start()) {
            RepositoryService repository = first.getBean(RepositoryService.class);
            Deployment deployment = repository.createDeploymentQuery().singleResult();
            firstDeployment = deployment.getId();

            assertThat(deployment.getName()).isEqualTo("slipway");
            assertThat(repository.getDeploymentResourceNames(firstDeployment))
                    .containsExactlyInAnyOrderElementsOf(shippedFiles());
        }
        try (ConfigurableApplicationContext second = start()) {
            RepositoryService repository = second.getBean(RepositoryService.class);

            assertThat(repository.createDeploymentQuery().singleResult().getId())
                    .isEqualTo(firstDeployment);
            assertThat(repository.createProcessDefinitionQuery().list())
                    .extracting(ProcessDefinition::getVersion)
                    .containsOnly(1);
        }
    }

    private static Set<String> shippedFiles() {
        Set<String> names = new TreeSet<>();
        Stream.of("bpmn", "forms")
                .flatMap(folder ->
                        Stream.ofNullable(Path.of(folder).toFile().listFiles()).flatMap(Stream::of))
                .map(file -> file.getName())
                .filter(name -> name.matches(".*\\.(bpmn|dmn|html)"))
                .forEach(names::add);
        return names;
    }

    /** The engine with our settings; the beans of the models are known, but none is made. */
    private static ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(EngineTest.Engine.class)
                .web(WebApplicationType.NONE)
                .profiles("test")
                .initializers((GenericApplicationContext context) -> {
                    ShippedBeans.announceTo(context);
                    context.registerBean(
                            ModelVocabulary.class,
                            () -> new ModelVocabulary(ProcessVariable.keys(), ProcessMessage.keys()));
                })
                .run("--spring.datasource.url=jdbc:h2:mem:named_deployment;DB_CLOSE_DELAY=-1");
    }
}
