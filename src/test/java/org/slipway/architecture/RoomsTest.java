package org.slipway.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaModifier;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slipway.Slipway;
import org.slipway.architecture.violations.rooms.Building;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

/** Which room may import which stands in each room's {@code package-info}; here it is enforced. */
class RoomsTest {

    private static final int TYPES_EVERY_ROOM_MAY_USE = 12;

    private final ApplicationModules rooms = ApplicationModules.of(Slipway.class);

    @Test
    void noRoomTouchesWhatItMayNot() {
        rooms.verify();
    }

    @Test
    void everyRoomSaysWhatItMayTouch() {
        assertThat(rooms.stream())
                .allSatisfy(room -> assertThat(saysWhatItMayTouch(room))
                        .as(room.getIdentifier() + " declares its allowed dependencies")
                        .isTrue());
    }

    @Test
    void everyRoomStandsInTheTableOfTheArchitecturePage() {
        Map<String, Set<String>> declared = rooms.stream()
                .collect(Collectors.toMap(room -> room.getIdentifier().toString(), RoomsTest::mayTouch));

        assertThat(documented()).isEqualTo(declared);
    }

    @Test
    void theSharedRoomStaysSmall() {
        long types = rooms.getModuleByName("shared").orElseThrow().getBasePackage().stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .count();

        assertThat(types).isBetween(1L, (long) TYPES_EVERY_ROOM_MAY_USE);
    }

    @Test
    void noticesARoomThatTouchesWhatItMayNot() {
        ApplicationModules planted = ApplicationModules.of(Building.class, location -> true);

        assertThatThrownBy(planted::verify)
                .isInstanceOf(Violations.class)
                .hasMessageContaining("kitchen")
                .hasMessageContaining("Wine")
                .hasMessageContaining("Vault");
    }

    private static boolean saysWhatItMayTouch(ApplicationModule room) {
        return declaration(room).isPresent()
                && !mayTouch(room).contains(org.springframework.modulith.ApplicationModule.OPEN_TOKEN);
    }

    private static Set<String> mayTouch(ApplicationModule room) {
        return declaration(room).stream()
                .flatMap(declared -> Stream.of(declared.allowedDependencies()))
                .map(allowed -> allowed.replace(" ", ""))
                .collect(Collectors.toSet());
    }

    private static Optional<org.springframework.modulith.ApplicationModule> declaration(ApplicationModule room) {
        return room.getBasePackage().findAnnotation(org.springframework.modulith.ApplicationModule.class);
    }

    /** Room by room, what the table says; a dash stands for nothing. */
    private static Map<String, Set<String>> documented() {
        Pattern row = Pattern.compile("\\| `(\\w+)` \\|[^|]*\\| ([^|]*) \\|");
        return SourceFile.read(Path.of("src/docs/architecture.md")).lines().stream()
                .map(row::matcher)
                .filter(Matcher::matches)
                .collect(Collectors.toMap(
                        found -> found.group(1),
                        found -> Stream.of(found.group(2).split(", "))
                                .filter(allowed -> !allowed.equals("–"))
                                .collect(Collectors.toSet())));
    }
}
