package org.slipway.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.never;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.all;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.slipway.architecture.Calls.aMomentWithoutAClock;
import static org.slipway.architecture.Calls.aProcessVariableOfTheEngine;
import static org.slipway.architecture.Conditions.ONLY_READ_WHEN_PUBLIC;
import static org.slipway.architecture.Conditions.TAKE_AT_MOST_30_LINES;
import static org.slipway.architecture.Conditions.hasAnotherRoomsEntityAsItsType;
import static org.slipway.architecture.Packages.BE_NULL_MARKED;
import static org.slipway.architecture.Packages.NOT_BE_NAMED_AFTER_A_LAYER;
import static org.slipway.architecture.Packages.PACKAGES;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import jakarta.inject.Inject;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PersistenceContext;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.slipway.Slipway;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** What production code has to keep to. Which room may import which is checked by {@link RoomsTest}. */
final class ProductionRules {

    static final ArchRule CAMUNDA_STAYS_IN_ITS_ROOMS = noClasses()
            .that()
            .resideOutsideOfPackages("org.slipway..process..", "org.slipway..webapps..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..")
            .because("only two rooms have to move when the engine does (adr/0002)");

    static final ArchRule ENGINE_INTERNALS_STAY_IN_PROCESS_ENGINE = noClasses()
            .that()
            .resideOutsideOfPackage("org.slipway..process.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.camunda.bpm.engine.impl..", "org.camunda.bpm.impl..")
            .because("what is not API changes without notice");

    static final ArchRule REST_CONTROLLERS_SPEAK_NO_CAMUNDA = noClasses()
            .that()
            .areAnnotatedWith(RestController.class)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..")
            .because("our HTTP speaks of releases");

    static final ArchRule PAGES_ONLY_READ = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Controller.class)
            .should()
            .beAnnotatedWith(PostMapping.class)
            .orShould()
            .beAnnotatedWith(PutMapping.class)
            .orShould()
            .beAnnotatedWith(PatchMapping.class)
            .orShould()
            .beAnnotatedWith(DeleteMapping.class)
            .because("what a page changes goes through the API (adr/0012)");

    static final ArchRule REPOSITORIES_ARE_PACKAGE_PRIVATE = classes()
            .that()
            .areAssignableTo(Repository.class)
            .should()
            .notBePublic()
            .because("a room's tables are its own");

    static final ArchRule ENTITIES_HAVE_NO_SETTERS = noMethods()
            .that()
            .areDeclaredInClassesThat(arePersistent())
            .should()
            .haveNameMatching("set[A-Z].*")
            .because("an entity changes by what happens to it, not field by field");

    static final ArchRule ENTITIES_ARE_CHANGED_BY_THEIR_ROOM = methods()
            .that()
            .areDeclaredInClassesThat(arePersistent())
            .should(ONLY_READ_WHEN_PUBLIC)
            .because("only an entity's own room may move it");

    static final ArchRule ENTITIES_KNOW_OTHER_ROOMS_BY_ID = noFields()
            .that()
            .areDeclaredInClassesThat(arePersistent())
            .should(ArchCondition.from(hasAnotherRoomsEntityAsItsType(arePersistent())))
            .because("across rooms there are only ids and events");

    static final ArchRule DELEGATES_ARE_PACKAGE_PRIVATE =
            classes().that().implement(JavaDelegate.class).should().notBePublic();

    static final ArchRule DELEGATES_HOLD_NO_STATE = fields().that()
            .areDeclaredInClassesThat(assignableTo(JavaDelegate.class))
            .should()
            .beFinal()
            .because("one delegate serves every process instance at once");

    static final ArchRule DELEGATES_ARE_THIN = classes()
            .that()
            .implement(JavaDelegate.class)
            .should(TAKE_AT_MOST_30_LINES)
            .because("what a delegate does is done by a room's service");

    static final ArchRule LISTENERS_OF_THE_ENGINE_ARE_TECHNICAL = noClasses()
            .that()
            .resideOutsideOfPackage("org.slipway..process.engine..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(TaskListener.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ExecutionListener.class)
            .because("business hidden in listeners cannot be seen in the model (adr/0008)");

    static final ArchRule PROCESS_VARIABLES_HAVE_ONE_DOOR = classes()
            .that()
            .doNotHaveSimpleName("ProcessVariable")
            .should(never(callMethodWhere(aProcessVariableOfTheEngine())))
            .because("a variable's name and type stand in one place (adr/0004)");

    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS = noFields()
            .should()
            .beAnnotatedWith(Autowired.class)
            .orShould()
            .beAnnotatedWith(Value.class)
            .orShould()
            .beAnnotatedWith(Inject.class)
            .orShould()
            .beAnnotatedWith(PersistenceContext.class);

    static final ArchRule TIME_COMES_FROM_THE_CLOCK = classes()
            .that()
            .doNotBelongToAnyOf(Slipway.class)
            .should(never(callMethodWhere(aMomentWithoutAClock())))
            .andShould(never(Conditions.MAKE_A_DATE_OF_NOW))
            .because("a test must be able to say what time it is");

    static final ArchRule NOTHING_IS_PRINTED = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    static final ArchRule PACKAGES_ARE_NULL_MARKED = all(PACKAGES).should(BE_NULL_MARKED);

    static final ArchRule PACKAGES_ARE_NAMED_AFTER_THE_DOMAIN = all(PACKAGES).should(NOT_BE_NAMED_AFTER_A_LAYER);

    private ProductionRules() {}

    private static DescribedPredicate<JavaClass> arePersistent() {
        return annotatedWith(Entity.class)
                .or(annotatedWith(MappedSuperclass.class))
                .or(annotatedWith(Embeddable.class))
                .<JavaClass>forSubtype()
                .as("are persistent");
    }
}
