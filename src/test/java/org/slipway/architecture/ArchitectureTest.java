package org.slipway.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

    private static final JavaClasses PRODUCTION = imported(new DoNotIncludeTests());
    private static final JavaClasses TESTS =
            imported(new OnlyIncludeTests(), location -> !location.contains("/architecture/violations/"));

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void productionKeepsTheRule(String name, ArchRule rule) {
        rule.check(PRODUCTION);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void testsKeepTheRule(String name, ArchRule rule) {
        rule.check(TESTS);
    }

    static Stream<Arguments> productionKeepsTheRule() {
        return NamedRule.of(ProductionRules.class).map(NamedRule::asArguments);
    }

    static Stream<Arguments> testsKeepTheRule() {
        return NamedRule.of(TestRules.class).map(NamedRule::asArguments);
    }

    private static JavaClasses imported(ImportOption... options) {
        return new ClassFileImporter().withImportOptions(List.of(options)).importPackages("org.slipway");
    }
}
