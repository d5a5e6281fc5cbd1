package org.slipway.link;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slipway.access.CurrentUser;
import org.slipway.access.Operation;
import org.slipway.access.People;
import org.slipway.access.Person;
import org.slipway.calendar.Calendars;
import org.slipway.cmdb.CmdbRoom;
import org.slipway.justification.Justifications;
import org.slipway.portfolio.BoundFlows;
import org.slipway.portfolio.DeployedFlows;
import org.slipway.portfolio.Portfolio;
import org.slipway.release.CurrentTask;
import org.slipway.release.Level;
import org.slipway.release.LifecycleHistory;
import org.slipway.release.PriorityMatrix;
import org.slipway.release.RegisterRelease;
import org.slipway.release.Release;
import org.slipway.release.ReleaseProcess;
import org.slipway.release.ReleaseRegistration;
import org.slipway.release.Reopening;
import org.slipway.release.TaskRights;
import org.slipway.release.Window;
import org.slipway.support.FlowsAsShipped;
import org.slipway.support.NoHistory;
import org.slipway.support.NoTasks;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.RestController;

/** The room with the releases it listens to, without engine and HTTP: no process runs behind these releases. */
@TestConfiguration(proxyBeanMethods = false)
@Import(CmdbRoom.class)
@ComponentScan(
        basePackageClasses = {
            Changes.class,
            Release.class,
            Calendars.class,
            Portfolio.class,
            Justifications.class,
            CurrentUser.class
        },
        excludeFilters = {
            @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = RestController.class),
            @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = ReleaseDocuments.class),
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.web\\..*"),
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Test|Room)(\\$.*)?")
        })
class LinkRoom {

    /** Registers releases as the application does. */
    record Desk(ReleaseRegistration registration, Clock clock) {

        String register(List<String> changes, List<String> configurationItems) {
            Instant start = clock.instant().plus(Duration.ofDays(1));
            Window window = new Window(start, start.plus(Duration.ofHours(4)));
            return registration.register(new RegisterRelease(
                    "Payments 4.2",
                    "A new version of payments",
                    null,
                    null,
                    "requester",
                    null,
                    null,
                    null,
                    Level.HIGH,
                    Level.MEDIUM,
                    Level.LOW,
                    "4.2",
                    window,
                    window,
                    changes,
                    configurationItems,
                    null,
                    null));
        }
    }

    @Bean
    Desk desk(ReleaseRegistration registration, Clock clock) {
        return new Desk(registration, clock);
    }

    @Bean
    DeployedFlows flows() {
        return new FlowsAsShipped();
    }

    @Bean
    LifecycleHistory history() {
        return new NoHistory();
    }

    @Bean
    PriorityMatrix priorities() {
        return (impact, urgency) -> 1 + impact.ordinal() + urgency.ordinal();
    }

    @Bean
    People everybody() {
        return new People() {
            @Override
            public Optional<Person> find(String id) {
                return Optional.of(new Person(id, id, id + "@example.org"));
            }

            @Override
            public boolean groupExists(String group) {
                return true;
            }

            @Override
            public Set<String> groupsOf(String id) {
                return Set.of();
            }
        };
    }

    @Bean
    TaskRights taskRights() {
        return new NoTasks();
    }

    @Bean
    ReleaseProcess noProcess() {
        return new ReleaseProcess() {
            @Override
            public void start(String release, BoundFlows flows) {}

            @Override
            public void suspend(String release, String justification, @Nullable String complement) {}

            @Override
            public void reactivate(String release) {}

            @Override
            public void cancel(String release, String reason) {}

            @Override
            public void reopen(String release, BoundFlows flows, Reopening reopening) {}

            @Override
            public void startEarly(String release, String reason) {}

            @Override
            public void redirect(String release, Operation part, String fromGroup, String toGroup) {}

            @Override
            public void reschedule(String release) {}

            @Override
            public List<CurrentTask> currentTasks(String release) {
                return List.of();
            }

            @Override
            public Map<String, List<CurrentTask>> currentTasks(Collection<String> releases) {
                return Map.of();
            }
        };
    }
}
