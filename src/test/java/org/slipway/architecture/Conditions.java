package org.slipway.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaFieldAccess.AccessType;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;

/** What rules ask of classes and their members, beyond what the library offers. */
final class Conditions {

    private static final int DELEGATE_LINES = 30;

    static final ArchCondition<JavaClass> MAKE_A_DATE_OF_NOW = ArchConditions.callConstructor(Date.class);

    static final ArchCondition<JavaClass> TAKE_AT_MOST_30_LINES = new ArchCondition<>("take at most 30 lines of code") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            long lines = SourceFile.of(type).linesOfCode();
            events.add(new SimpleConditionEvent(
                    type, lines <= DELEGATE_LINES, type.getFullName() + " takes " + lines + " lines of code"));
        }
    };

    static final ArchCondition<JavaMethod> ONLY_READ_WHEN_PUBLIC = new ArchCondition<>("only read when public") {
        @Override
        public void check(JavaMethod method, ConditionEvents events) {
            boolean writes = method.getModifiers().contains(JavaModifier.PUBLIC)
                    && !method.getModifiers().contains(JavaModifier.STATIC)
                    && writesItsOwnFields(method, new HashSet<>());
            events.add(new SimpleConditionEvent(
                    method,
                    !writes,
                    method.getFullName() + " is public and changes "
                            + method.getOwner().getName()));
        }
    };

    static final ArchCondition<JavaCodeUnit> NOT_MOCK_THE_ENGINE = new ArchCondition<>("not mock the engine") {
        @Override
        public void check(JavaCodeUnit code, ConditionEvents events) {
            boolean mocks = code.getMethodCallsFromSelf().stream().anyMatch(Calls::isMocking);
            boolean engine = code.getReferencedClassObjects().stream()
                    .anyMatch(object -> object.getRawType().getPackageName().startsWith("org.camunda."));
            events.add(new SimpleConditionEvent(
                    code, !(mocks && engine), code.getFullName() + " mocks a type of the engine"));
        }
    };

    private Conditions() {}

    static DescribedPredicate<JavaField> hasAnotherRoomsEntityAsItsType(DescribedPredicate<JavaClass> persistent) {
        return DescribedPredicate.describe(
                "of the type of another room's entity",
                field -> field.getAllInvolvedRawTypes().stream()
                        .anyMatch(type -> persistent.test(type)
                                && !type.getPackageName()
                                        .equals(field.getOwner().getPackageName())));
    }

    private static boolean writesItsOwnFields(JavaCodeUnit code, Set<JavaCodeUnit> seen) {
        if (!seen.add(code)) {
            return false;
        }
        boolean here = code.getFieldAccesses().stream()
                .anyMatch(access -> access.getAccessType() == AccessType.SET
                        && access.getTargetOwner()
                                .isAssignableFrom(code.getOwner().getName()));
        return here
                || code.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getTargetOwner().equals(code.getOwner()))
                        .flatMap(call -> call.getTarget().resolveMember().stream())
                        .anyMatch(called -> writesItsOwnFields(called, seen));
    }
}
