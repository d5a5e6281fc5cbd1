package org.slipway.process.engine.contract;

import java.util.HashMap;
import java.util.Map;
import org.slipway.Slipway;
import org.slipway.process.ForModels;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** The beans for models as the application will name them, found without starting it. */
public final class ShippedBeans {

    private ShippedBeans() {}

    public static Map<String, Class<?>> types() {
        Map<String, Class<?>> types = new HashMap<>();
        definitions()
                .forEach((name, bean) ->
                        types.put(name, ClassUtils.resolveClassName(String.valueOf(bean.getBeanClassName()), null)));
        return types;
    }

    /** Makes them known to a context that never asks for one. */
    public static void announceTo(GenericApplicationContext context) {
        definitions().forEach((name, bean) -> {
            bean.setLazyInit(true);
            context.registerBeanDefinition(name, bean);
        });
    }

    private static Map<String, BeanDefinition> definitions() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ForModels.class));
        Map<String, BeanDefinition> definitions = new HashMap<>();
        for (BeanDefinition bean : scanner.findCandidateComponents(Slipway.class.getPackageName())) {
            // The tests' own beans lie in the same packages, but are no components.
            if (((AnnotatedBeanDefinition) bean).getMetadata().hasAnnotation(Component.class.getName())) {
                definitions.put(
                        AnnotationBeanNameGenerator.INSTANCE.generateBeanName(bean, new SimpleBeanDefinitionRegistry()),
                        bean);
            }
        }
        return definitions;
    }
}
