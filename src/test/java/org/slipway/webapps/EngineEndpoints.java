package org.slipway.webapps;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that can be called of some JAX-RS resources, found by reflection through their sub-resources. */
final class EngineEndpoints {

    /**
     * @param path     as a template, such as {@code /task/{id}/claim}
     * @param consumes the kind of body it takes
     */
    record Endpoint(String method, String path, String consumes, Method handler) {}

    private static final int DEEPEST = 6;

    private final Set<Endpoint> found = new LinkedHashSet<>();

    private EngineEndpoints() {}

    static Collection<Endpoint> of(Collection<Class<?>> resources) {
        EngineEndpoints walk = new EngineEndpoints();
        resources.forEach(each -> walk.visit(each, pathOf(each.getAnnotation(Path.class)), 0));
        return walk.found;
    }

    private void visit(Class<?> resource, String base, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        for (Method method : resource.getMethods()) {
            List<Method> declared = declarations(method);
            String path = base + pathOf(annotation(declared, Path.class).orElse(null));
            Optional<String> verb = declared.stream()
                    .flatMap(each -> Arrays.stream(each.getAnnotations()))
                    .map(Annotation::annotationType)
                    .map(type -> type.getAnnotation(HttpMethod.class))
                    .filter(Objects::nonNull)
                    .map(HttpMethod::value)
                    .findFirst();
            if (verb.isPresent()) {
                String body = annotation(declared, Consumes.class)
                        .map(consumes -> consumes.value()[0])
                        .orElse("application/json");
                found.add(new Endpoint(verb.get(), path, body, method));
            } else if (annotation(declared, Path.class).isPresent()) {
                visit(method.getReturnType(), path, depth + 1);
            }
        }
    }

    private static <A extends Annotation> Optional<A> annotation(List<Method> declared, Class<A> type) {
        return declared.stream()
                .map(each -> each.getAnnotation(type))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** The method itself, and as its interfaces and superclasses have it. */
    private static List<Method> declarations(Method method) {
        List<Method> declared = new ArrayList<>();
        types(method.getDeclaringClass()).forEach(type -> {
            try {
                declared.add(type.getMethod(method.getName(), method.getParameterTypes()));
            } catch (NoSuchMethodException itHasNone) {
                // Another type of the family declares it.
            }
        });
        return declared;
    }

    private static Stream<Class<?>> types(@Nullable Class<?> type) {
        return type == null
                ? Stream.empty()
                : Stream.of(
                                Stream.<Class<?>>of(type),
                                types(type.getSuperclass()),
                                Arrays.stream(type.getInterfaces()).flatMap(EngineEndpoints::types))
                        .flatMap(each -> each);
    }

    private static String pathOf(@Nullable Path path) {
        if (path == null) {
            return "";
        }
        String stripped = path.value().replaceAll("^/+|/+$", "");
        return stripped.isEmpty() ? "" : "/" + stripped;
    }
}
