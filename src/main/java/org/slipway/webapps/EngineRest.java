package org.slipway.webapps;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.ws.rs.ApplicationPath;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.servlet.ServletContainer;
import org.glassfish.jersey.servlet.ServletProperties;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The engine's REST, where a refusal of the domain, thrown somewhere inside a process, keeps its status and its words.
 * Modeler uses it at {@code /engine-rest}; Tasklist and Cockpit have the same behind {@code /camunda/api/engine}.
 */
@Component
@ApplicationPath("/engine-rest")
class EngineRest extends CamundaJerseyResourceConfig {

    /** What we add to the engine's resources, wherever they are served. */
    private static final List<Class<?>> OWN = List.of(
            EngineRefusals.OfRest.class,
            EngineRefusals.OfEngine.class,
            EngineRefusals.OfAnything.class,
            OwnTasksOnly.class,
            AnswersOnly.class,
            NothingBesides.class);

    @Override
    protected void registerAdditionalResources() {
        OWN.forEach(this::register);
    }

    /**
     * Camunda's starter leaves a servlet of this name alone when it is there already, and offers no other way to add
     * to its resources. Must therefore run first.
     */
    @Component
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class InWebapps implements ServletContextInitializer {

        @Override
        public void onStartup(ServletContext context) {
            ServletRegistration.Dynamic servlet = context.addServlet("Engine Api", ServletContainer.class);
            servlet.addMapping("/camunda/api/engine/*");
            servlet.setInitParameters(Map.of(
                    ServletProperties.JAXRS_APPLICATION_CLASS,
                    EngineRestApplication.class.getName(),
                    ServerProperties.PROVIDER_CLASSNAMES,
                    OWN.stream().map(Class::getName).collect(Collectors.joining(","))));
        }
    }
}
