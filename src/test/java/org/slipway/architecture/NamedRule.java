package org.slipway.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** A rule and the name of the constant that holds it. */
record NamedRule(String name, ArchRule rule) {

    static Stream<NamedRule> of(Class<?> holder) {
        return Arrays.stream(holder.getDeclaredFields())
                .filter(field -> ArchRule.class.isAssignableFrom(field.getType()))
                .map(NamedRule::read);
    }

    Arguments asArguments() {
        return Arguments.of(name.toLowerCase(Locale.ROOT).replace('_', ' '), rule);
    }

    private static NamedRule read(Field field) {
        try {
            return new NamedRule(field.getName(), (ArchRule) field.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
