package org.slipway.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.AbstractClassesTransformer;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ClassesTransformer;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/** Packages as things that rules speak of. */
final class Packages {

    private static final Set<String> LAYERS = Set.of(
            "util",
            "utils",
            "common",
            "commons",
            "model",
            "models",
            "dto",
            "service",
            "services",
            "impl",
            "config",
            "controller",
            "controllers",
            "repository",
            "repositories",
            "entity",
            "entities",
            "helper",
            "helpers",
            "misc");

    static final ClassesTransformer<JavaPackage> PACKAGES = new AbstractClassesTransformer<>("packages") {
        @Override
        public Iterable<JavaPackage> doTransform(JavaClasses classes) {
            return classes.stream().map(JavaClass::getPackage).collect(Collectors.toSet());
        }
    };

    static final ArchCondition<JavaPackage> BE_NULL_MARKED = new ArchCondition<>("be @NullMarked in package-info") {
        @Override
        public void check(JavaPackage thePackage, ConditionEvents events) {
            boolean marked = thePackage.isAnnotatedWith(NullMarked.class);
            events.add(new SimpleConditionEvent(
                    thePackage, marked, "Package <" + thePackage.getName() + "> has no package-info with @NullMarked"));
        }
    };

    static final ArchCondition<JavaPackage> NOT_BE_NAMED_AFTER_A_LAYER =
            new ArchCondition<>("not be named after a layer") {
                @Override
                public void check(JavaPackage thePackage, ConditionEvents events) {
                    List<String> parts = List.of(thePackage.getName().split("\\."));
                    boolean layer = parts.stream().anyMatch(LAYERS::contains);
                    events.add(new SimpleConditionEvent(
                            thePackage, !layer, "Package <" + thePackage.getName() + "> is named after a layer"));
                }
            };

    private Packages() {}
}
