package org.slipway.process.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** In a JVM of its own: the webapps keep the first application they see, even one that failed to start. */
class RefusalToStartIT {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @Test
    void tellsTheOperatorThatThereMustBeAnAdministrator() throws IOException, InterruptedException {
        String jar = Objects.requireNonNull(System.getProperty("slipway.jar"));
        ProcessBuilder command = new ProcessBuilder(JAVA, "-Xmx512m", "-jar", jar).redirectErrorStream(true);
        command.environment().put("SPRING_PROFILES_ACTIVE", "nodemo");
        command.environment().put("SLIPWAY_DB_URL", "jdbc:h2:mem:refusal");
        command.environment().put("SLIPWAY_PORT", "0");
        command.environment().remove("SLIPWAY_ADMIN_PASSWORD");

        Process slipway = command.start();
        try {
            String log = new String(slipway.getInputStream().readAllBytes(), UTF_8);

            assertThat(slipway.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(slipway.exitValue()).isNotZero();
            assertThat(log)
                    .contains("APPLICATION FAILED TO START", "SLIPWAY_ADMIN_PASSWORD")
                    .doesNotContain("\tat org.slipway");
        } finally {
            slipway.destroyForcibly();
        }
    }
}
