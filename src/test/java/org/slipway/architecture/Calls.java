package org.slipway.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.time.Clock;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/** Calls that rules speak of. */
final class Calls {

    private static final Pattern VARIABLE_ACCESS =
            Pattern.compile("(get|set|remove|has)Variables?(Names)?(Local)?(Async|Typed|LocalTyped|ToTriggeredScope)?");
    private static final Set<String> MOCKING = Set.of("mock", "spy", "mockConstruction", "mockStatic");

    private Calls() {}

    /**
     * {@code getVariable}, {@code setVariables}, {@code removeVariableLocal} … on whatever the engine offers them on. A
     * message may be given a whole map of them, which {@code ProcessVariable} makes.
     */
    static DescribedPredicate<JavaMethodCall> aProcessVariableOfTheEngine() {
        return describe(
                "a process variable of the engine",
                call -> call.getTargetOwner().getPackageName().startsWith("org.camunda.")
                        && VARIABLE_ACCESS.matcher(call.getName()).matches()
                        && !isMapForMessage(call));
    }

    private static boolean isMapForMessage(JavaMethodCall call) {
        return call.getTargetOwner().getSimpleName().endsWith("Builder")
                && call.getName().startsWith("setVariables");
    }

    /** {@code Instant.now()}, {@code LocalDate.now(zone)}, {@code System.currentTimeMillis()}, a clock of one's own. */
    static DescribedPredicate<JavaMethodCall> aMomentWithoutAClock() {
        return describe("a moment without a clock", call -> {
            String owner = call.getTargetOwner().getName();
            String name = call.getName();
            boolean now = owner.startsWith("java.time.")
                    && name.equals("now")
                    && call.getTarget().getRawParameterTypes().stream()
                            .noneMatch(type -> type.isEquivalentTo(Clock.class));
            boolean ownClock =
                    owner.equals(Clock.class.getName()) && (name.startsWith("system") || name.startsWith("tick"));
            boolean millis = owner.equals("java.lang.System") && name.equals("currentTimeMillis");
            boolean calendar = owner.equals("java.util.Calendar") && name.equals("getInstance");
            return now || ownClock || millis || calendar;
        });
    }

    /** Mockito's {@code mock()} and {@code spy()} that guess the type from where the mock goes. */
    static DescribedPredicate<JavaMethodCall> aMockOfAnUnnamedType() {
        return describe(
                "a mock of an unnamed type",
                call -> isMocking(call)
                        && call.getTarget().getRawParameterTypes().stream()
                                .anyMatch(type -> type.isEquivalentTo(Object[].class)));
    }

    static boolean isMocking(JavaMethodCall call) {
        return call.getTargetOwner().getName().equals("org.mockito.Mockito") && MOCKING.contains(call.getName());
    }

    static DescribedPredicate<JavaAnnotation<?>> nameContains(String... parts) {
        return describe(
                "whose name contains " + String.join(" or ", parts),
                annotation ->
                        Arrays.stream(parts).anyMatch(annotation.getRawType().getSimpleName()::contains));
    }
}
