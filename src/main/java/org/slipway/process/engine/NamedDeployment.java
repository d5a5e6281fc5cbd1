package org.slipway.process.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.DefaultDeploymentConfiguration;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.ContextResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The shipped models, decisions and forms as one deployment, each under its plain file name, wherever the application
 * runs from. The stock names differ between an IDE and the packaged application: forms would not be found, and every
 * move would make new versions of every model.
 */
class NamedDeployment extends DefaultDeploymentConfiguration {

    static final String NAME = "slipway";

    private static final String ARCHIVE = "classpath*:/process-archive/*.";
    private static final String[] KINDS = {"bpmn", "dmn", "html"};

    @Override
    public void preInit(SpringProcessEngineConfiguration configuration) {
        super.preInit(configuration);
        configuration.setDeploymentName(NAME);
    }

    @Override
    public Set<Resource> getDeploymentResources() {
        // In the order of their names, so that every node deploys and logs them alike.
        TreeMap<String, Resource> found = new TreeMap<>();
        for (String kind : KINDS) {
            for (Resource file : files(kind)) {
                String name = Objects.requireNonNull(file.getFilename());
                found.putIfAbsent(name, new Named(name, file));
            }
        }
        return new LinkedHashSet<>(found.values());
    }

    private static Resource[] files(String kind) {
        try {
            return new PathMatchingResourcePatternResolver().getResources(ARCHIVE + kind);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file under the name that it keeps in the deployment. */
    private static final class Named extends AbstractResource implements ContextResource {

        private final String name;
        private final Resource file;

        Named(String name, Resource file) {
            this.name = name;
            this.file = file;
        }

        @Override
        public String getPathWithinContext() {
            return name;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return file.getInputStream();
        }

        @Override
        public String getDescription() {
            return name;
        }
    }
}
