package org.slipway.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slipway.Slipway;
import org.slipway.architecture.violations.rooms.Building;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

/** Which room may import which stands in each room's {@code package-info}; here it is enforced. */
class RoomsTest {

    private static final int TYPES_EVERY_ROOM_MAY_USE = 10;

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
        return room.getBasePackage()
                .findAnnotation(org.springframework.modulith.ApplicationModule.class)
                .map(declared -> List.of(declared.allowedDependencies()))
                .filter(allowed -> !allowed.contains(org.springframework.modulith.ApplicationModule.OPEN_TOKEN))
                .isPresent();
    }
}
