package org.slipway.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.never;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Disabled;

/** What tests have to keep to. */
final class TestRules {

    static final ArchRule TESTS_DO_NOT_SLEEP = noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Thread.class, "sleep", long.class, int.class)
            .orShould()
            .callMethod(TimeUnit.class, "sleep", long.class)
            .because("a test waits for what it expects, not for a time");

    static final ArchRule NO_TEST_IS_SWITCHED_OFF = noMethods()
            .should()
            .beAnnotatedWith(Disabled.class)
            .orShould()
            .beDeclaredInClassesThat()
            .areAnnotatedWith(Disabled.class)
            .because("a test that does not run says nothing");

    static final ArchRule THE_ENGINE_IS_NOT_A_MOCKED_FIELD = noFields()
            .should(ArchCondition.from(areMocksOfTheEngine()))
            .because("a mocked engine answers what the test wishes");

    static final ArchRule THE_ENGINE_IS_NOT_MOCKED_BY_HAND =
            codeUnits().should(Conditions.NOT_MOCK_THE_ENGINE).because("a mocked engine answers what the test wishes");

    static final ArchRule MOCKS_NAME_WHAT_THEY_MOCK = classes()
            .should(never(callMethodWhere(Calls.aMockOfAnUnnamedType())))
            .because("a mock without its class hides from the rule above");

    private TestRules() {}

    private static DescribedPredicate<JavaField> areMocksOfTheEngine() {
        return DescribedPredicate.describe(
                "mocks of the engine",
                field -> field.getRawType().getPackageName().startsWith("org.camunda.")
                        && field.isMetaAnnotatedWith(Calls.nameContains("Mock", "Spy")));
    }
}
