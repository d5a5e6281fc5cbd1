package minimal;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Keeps notes, and has a process for writing them. */
@SpringBootApplication
public class Minimal {

    public static final String SETTINGS = """
            spring:
              datasource:
                url: jdbc:h2:file:./data/minimal;LOCK_TIMEOUT=10000;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE
              jpa:
                open-in-view: false
                hibernate.ddl-auto: update
            management.endpoint.health.probes.enabled: true
            camunda.bpm:
              admin-user: {id: admin, password: admin}
              authorization.enabled: true
            """;

    public static final String MODEL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                         xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="minimal">
              <process id="note" isExecutable="true" camunda:historyTimeToLive="P30D">
                <startEvent id="start"/><sequenceFlow id="a" sourceRef="start" targetRef="write"/>
                <userTask id="write" name="Write"/><sequenceFlow id="b" sourceRef="write" targetRef="end"/>
                <endEvent id="end"/>
              </process>
            </definitions>
            """;

    public static void main(String[] arguments) {
        SpringApplication.run(Minimal.class, arguments);
    }

    @Bean
    SecurityFilterChain login(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .httpBasic(Customizer.withDefaults())
                .csrf(csrf -> csrf.disable())
                .build();
    }

    /** A note. */
    @Entity
    public static class Note {

        @Id
        @GeneratedValue
        private @Nullable Long id;

        private @Nullable String text;

        public @Nullable Long getId() {
            return id;
        }

        public @Nullable String getText() {
            return text;
        }
    }

    /** Tells the notes. */
    @RestController
    static class NotesOverHttp {

        private final Notes notes;

        NotesOverHttp(Notes notes) {
            this.notes = notes;
        }

        @GetMapping("/notes")
        List<Note> all() {
            return notes.findAll();
        }
    }
}
