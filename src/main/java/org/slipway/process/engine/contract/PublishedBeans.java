package org.slipway.process.engine.contract;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.slipway.process.ForModels;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;

/** The beans that exist for models, by name: those annotated with {@link ForModels}. */
public final class PublishedBeans {

    private final Map<String, Class<?>> types;
    private final Map<String, Set<String>> methods;

    /** The beans of these names and types. */
    public PublishedBeans(Map<String, Class<?>> types) {
        this.types = Map.copyOf(types);
        this.methods = types.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, bean -> callable(bean.getValue())));
    }

    /** Finds the published beans without making any of them. */
    public static PublishedBeans of(ListableBeanFactory beans) {
        Map<String, Class<?>> types = new HashMap<>();
        for (String name : beans.getBeanDefinitionNames()) {
            Class<?> type = beans.getType(name, false);
            if (type != null && isPublished(type)) {
                types.put(name, ClassUtils.getUserClass(type));
            }
        }
        return new PublishedBeans(types);
    }

    /** Whether models know a bean of this name. */
    public boolean contains(String bean) {
        return types.containsKey(bean);
    }

    /** Whether a service task may name this bean as its delegate. */
    public boolean isDelegate(String bean) {
        return is(bean, JavaDelegate.class);
    }

    /** Whether an element may name this bean as its listener. */
    public boolean isListener(String bean) {
        return is(bean, ExecutionListener.class) || is(bean, TaskListener.class);
    }

    /** Whether an expression may call this method of this bean. */
    public boolean isCallable(String bean, String method) {
        return methods.getOrDefault(bean, Set.of()).contains(method);
    }

    /** Whether an expression may call this method on an object of this type because the type is published. */
    public static boolean isCallable(Class<?> type, String method) {
        return isPublished(type) && callable(ClassUtils.getUserClass(type)).contains(method);
    }

    private boolean is(String bean, Class<?> kind) {
        Class<?> type = types.get(bean);
        return type != null && kind.isAssignableFrom(type);
    }

    private static boolean isPublished(Class<?> type) {
        return AnnotatedElementUtils.hasAnnotation(ClassUtils.getUserClass(type), ForModels.class);
    }

    /** Delegates and listeners are named, never called; of other beans, what they declare as public. */
    private static Set<String> callable(Class<?> type) {
        boolean named = JavaDelegate.class.isAssignableFrom(type)
                || ExecutionListener.class.isAssignableFrom(type)
                || TaskListener.class.isAssignableFrom(type);
        return named || !Modifier.isPublic(type.getModifiers())
                ? Set.of()
                : Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                        .map(Method::getName)
                        .collect(Collectors.toUnmodifiableSet());
    }
}
