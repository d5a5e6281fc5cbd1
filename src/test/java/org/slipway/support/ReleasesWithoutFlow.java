package org.slipway.support;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slipway.access.Operation;
import org.slipway.access.People;
import org.slipway.access.Person;
import org.slipway.portfolio.BoundFlows;
import org.slipway.portfolio.DeployedFlows;
import org.slipway.release.CurrentTask;
import org.slipway.release.Level;
import org.slipway.release.LifecycleHistory;
import org.slipway.release.PriorityMatrix;
import org.slipway.release.RegisterRelease;
import org.slipway.release.ReleaseProcess;
import org.slipway.release.ReleaseReferences;
import org.slipway.release.ReleaseRegistration;
import org.slipway.release.Reopening;
import org.slipway.release.TaskRights;
import org.slipway.release.Window;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.web.bind.annotation.RestController;

/**
 * For a {@link RoomTest} of a room that stands on releases: the real release room and what it stands on, where releases
 * move as the test says. There is no flow behind them.
 */
@TestConfiguration(proxyBeanMethods = false)
@ComponentScan(
        basePackages = {
            "org.slipway.access",
            "org.slipway.calendar",
            "org.slipway.justification",
            "org.slipway.portfolio",
            "org.slipway.release"
        },
        excludeFilters = {
            @Filter(RestController.class),
            @Filter(type = FilterType.REGEX, pattern = "org\\.slipway\\.release\\.web\\..*"),
            @Filter(type = FilterType.ANNOTATION, classes = TestConfiguration.class)
        })
public class ReleasesWithoutFlow {

    /** Registers a release with a back-out plan as its requester would, its windows ahead. */
    public static String register(ReleaseRegistration registration, MovableClock clock, String... backoutPlan) {
        Instant soon = clock.instant().plus(Duration.ofHours(1));
        Window planning = new Window(soon, soon.plus(Duration.ofDays(1)));
        Window deployment = new Window(soon.plus(Duration.ofDays(2)), soon.plus(Duration.ofDays(3)));
        return registration.register(new RegisterRelease(
                "Payments 4.2",
                "Instant payments",
                "standard",
                null,
                "requester",
                null,
                null,
                null,
                null,
                null,
                Level.LOW,
                null,
                planning,
                deployment,
                List.of(),
                List.of(),
                List.of(backoutPlan),
                null));
    }

    @Bean
    People people() {
        return new People() {
            @Override
            public Optional<Person> find(String id) {
                return Set.of("requester", "operator", "manager").contains(id)
                        ? Optional.of(new Person(id, id, id + "@example.org"))
                        : Optional.empty();
            }

            @Override
            public boolean groupExists(String group) {
                return Set.of("operations", "approvers").contains(group);
            }

            @Override
            public Set<String> groupsOf(String id) {
                return id.equals("operator") ? Set.of("operations") : Set.of("requesters");
            }
        };
    }

    @Bean
    DeployedFlows flows() {
        return new FlowsAsShipped();
    }

    @Bean
    PriorityMatrix priorities() {
        return (impact, urgency) -> 3;
    }

    @Bean
    ReleaseReferences references() {
        return release -> new ReleaseReferences.References(List.of(), List.of());
    }

    @Bean
    LifecycleHistory history() {
        return new NoHistory();
    }

    @Bean
    TaskRights taskRights() {
        return new NoTasks();
    }

    @Bean
    ReleaseProcess process() {
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
