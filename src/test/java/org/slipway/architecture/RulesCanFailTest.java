package org.slipway.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slipway.architecture.violations.Violates;

/**
 * Every rule is shown a small bad neighbourhood and has to report those, and only those, who break it. A rule that
 * cannot fail is a wish.
 */
class RulesCanFailTest {

    private static final JavaClasses PLANTED = new ClassFileImporter().importPackagesOf(Violates.class);

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void reportsEveryPlantedViolationAndNothingElse(String name, NamedRule rule) {
        List<JavaClass> culprits =
                PLANTED.stream().filter(type -> breaks(type, rule.name())).toList();
        assertThat(culprits).as("planted violations of " + rule.name()).isNotEmpty();

        List<String> reports = rule.rule().evaluate(PLANTED).getFailureReport().getDetails();

        assertThat(culprits)
                .allSatisfy(culprit -> assertThat(reports)
                        .as("reports of " + rule.name())
                        .anyMatch(report -> accuses(report, culprit)));
        assertThat(reports)
                .allSatisfy(report -> assertThat(culprits)
                        .as("who is accused by: " + report)
                        .anyMatch(culprit -> accuses(report, culprit)));
    }

    static Stream<Arguments> reportsEveryPlantedViolationAndNothingElse() {
        return Stream.of(ProductionRules.class, TestRules.class)
                .flatMap(NamedRule::of)
                .map(rule -> arguments(rule.asArguments().get()[0], rule));
    }

    private static boolean breaks(JavaClass type, String rule) {
        return type.isAnnotatedWith(Violates.class)
                && Arrays.asList(type.getAnnotationOfType(Violates.class).value())
                        .contains(rule);
    }

    private static boolean accuses(String report, JavaClass culprit) {
        return report.contains(culprit.getFullName()) || report.contains("<" + culprit.getPackageName() + ">");
    }
}
