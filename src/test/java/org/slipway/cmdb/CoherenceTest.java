package org.slipway.cmdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slipway.cmdb.Impact.Direction;
import org.slipway.cmdb.Impact.Effect;
import org.slipway.cmdb.Impact.Reached;
import org.slipway.cmdb.graph.CurrentGraph;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.RoomTest;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Two nodes on one database, each with a graph of its own in memory: whoever asks either sees what is committed, and all of it. */
@RoomTest
@OnBothDatabases
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@Import({CmdbRoom.class, CoherenceTest.OwnDatabase.class})
class CoherenceTest {

    private static final AtomicInteger TESTS = new AtomicInteger();
    private static final int SIDE = 3;
    private static final int CHANGES = 20;
    private static final int READERS = 8;

    private final ConfigurationItems items;
    private final Relationships relationships;
    private final ImpactGraph here;
    private final TransactionTemplate transaction;
    private final AnnotationConfigApplicationContext otherNode = new AnnotationConfigApplicationContext();
    private final String prefix = "node-" + TESTS.incrementAndGet() + "-";

    private final ImpactGraph there;

    CoherenceTest(
            ConfigurationItems items,
            Relationships relationships,
            ImpactGraph here,
            TransactionTemplate transaction,
            ApplicationContext thisNode) {
        this.items = items;
        this.relationships = relationships;
        this.here = here;
        this.transaction = transaction;
        otherNode.setParent(thisNode);
        otherNode.register(OtherNode.class);
        otherNode.refresh();
        this.there = otherNode.getBean(ImpactGraph.class);
    }

    @BeforeEach
    void bothRemember() {
        create("root");
        create("left");
        create("right");
        relationships.add(prefix + "left", prefix + "root", "depends_on");
        assertThat(reached(here)).containsOnlyKeys("left");
        assertThat(reached(there)).containsOnlyKeys("left");
    }

    @AfterEach
    void stop() {
        otherNode.close();
    }

    @Test
    void theOtherNodeIsAnother() {
        assertThat(there).isNotSameAs(here);
        assertThat(otherNode.getBean(CurrentGraph.class))
                .isNotSameAs(otherNode.getParent().getBean(CurrentGraph.class));
    }

    @Test
    void aRelationshipAddedOrRemovedShowsInTheOthersNextAnswer() {
        relationships.add(prefix + "right", prefix + "root", "runs_on");
        assertThat(reached(there)).containsOnlyKeys("left", "right");

        relationships.remove(prefix + "left", prefix + "root", "depends_on");
        assertThat(reached(there)).containsOnlyKeys("right");
    }

    @Test
    void redundancyShowsInTheOthersNextAnswer() {
        relationships.add(prefix + "left", prefix + "right", "depends_on");

        items.change(
                prefix + "left",
                state -> ItemStates.redundant(state, Map.of("depends_on", Redundancy.ONE)),
                Origin.manual(),
                null);

        assertThat(reached(there)).containsEntry("left", Effect.WEAKENED);
    }

    @Test
    void anItemRetiredAndBackAgainShowsInTheOthersNextAnswer() {
        items.change(prefix + "left", state -> state.with(ItemStatus.DEACTIVATED), Origin.manual(), null);
        assertThat(reached(there)).isEmpty();

        items.change(prefix + "left", state -> state.with(ItemStatus.ACTIVATED), Origin.manual(), null);
        assertThat(reached(there)).containsOnlyKeys("left");
    }

    @Test
    void whatIsRolledBackNeverShows() {
        transaction.executeWithoutResult(status -> {
            relationships.add(prefix + "right", prefix + "root", "depends_on");
            assertThat(reached(here)).as("within the transaction").containsOnlyKeys("left", "right");
            assertThat(inAnotherThread(() -> reached(there))).containsOnlyKeys("left");
            assertThat(inAnotherThread(() -> reached(here))).containsOnlyKeys("left");
            status.setRollbackOnly();
        });

        assertThat(reached(here)).containsOnlyKeys("left");
        assertThat(reached(there)).containsOnlyKeys("left");
    }

    /** The graph of an answer comes in one statement: two would tell of two moments. */
    @Test
    void whoCommitsBetweenAReadersStatementsChangesAllOfTheAnswerOrNothing() {
        bothSides();
        AtomicInteger committed = new AtomicInteger();
        OwnDatabase.AFTER_A_STATEMENT.set(() -> inAnotherThread(() -> {
            turn(committed.incrementAndGet());
            return committed;
        }));
        try {
            for (ImpactGraph node : List.of(here, there, here, there)) {
                int before = committed.get();
                assertThat(wholeChange(impact(node))).isBetween(before, committed.get());
                assertThat(committed.get()).isGreaterThan(before + 1);
            }
        } finally {
            OwnDatabase.AFTER_A_STATEMENT.remove();
        }
    }

    /**
     * Each change turns everything from one side to the other, in one transaction, and gives all items the number of the
     * change as their owner. So half a change shows: items of both sides, or of one but not all, or two owners.
     */
    @Test
    void readersOfBothNodesAlwaysSeeOneWholeChange() throws Exception {
        bothSides();
        AtomicInteger committed = new AtomicInteger();
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        try {
            List<Future<Integer>> read = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                ImpactGraph node = i % 2 == 0 ? here : there;
                read.add(readers.submit(() -> read(node, committed, over)));
            }
            for (int change = 1; change <= CHANGES; change++) {
                turn(change);
                committed.set(change);
            }
            over.set(true);
            for (Future<Integer> each : read) {
                assertThat(each.get(1, TimeUnit.MINUTES)).isPositive();
            }
        } finally {
            over.set(true);
            readers.shutdownNow();
        }
    }

    private int read(ImpactGraph node, AtomicInteger committed, AtomicBoolean over) {
        int answers = 0;
        long version = 0;
        while (!over.get()) {
            int atLeast = committed.get();
            Impact impact = impact(node);
            assertThat(wholeChange(impact)).isGreaterThanOrEqualTo(atLeast);
            assertThat(impact.version()).isGreaterThanOrEqualTo(version);
            version = impact.version();
            answers++;
        }
        return answers;
    }

    private void bothSides() {
        IntStream.range(0, SIDE).forEach(i -> {
            create("a" + i);
            create("b" + i);
        });
        relationships.remove(prefix + "left", prefix + "root", "depends_on");
        turn(0);
    }

    /** Which change an answer shows; fails unless it shows all of it and nothing else. */
    private int wholeChange(Impact impact) {
        Set<String> owners = impact.items().stream().map(Reached::owner).collect(Collectors.toSet());
        assertThat(owners).hasSize(1);
        int change = Integer.parseInt(owners.iterator().next());
        assertThat(impact.items())
                .extracting(item -> item.key().substring(prefix.length()))
                .containsExactlyElementsOf(side(change));
        return change;
    }

    private static Set<String> side(int change) {
        return IntStream.range(0, SIDE)
                .mapToObj(i -> (change % 2 == 0 ? "a" : "b") + i)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void turn(int change) {
        transaction.executeWithoutResult(status -> {
            Stream.of(side(change), side(change + 1))
                    .flatMap(Set::stream)
                    .forEach(key -> items.change(
                            prefix + key,
                            state -> ItemStates.owned(state, String.valueOf(change)),
                            Origin.manual(),
                            null));
            side(change).forEach(key -> relationships.add(prefix + key, prefix + "root", "depends_on"));
            if (change > 0) {
                side(change - 1).forEach(key -> relationships.remove(prefix + key, prefix + "root", "depends_on"));
            }
        });
    }

    private static <T> T inAnotherThread(Callable<T> question) {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            return other.submit(question).get(1, TimeUnit.MINUTES);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            other.shutdownNow();
        }
    }

    private Impact impact(ImpactGraph node) {
        return node.around(List.of(prefix + "root"), Direction.DEPENDENTS, 5, Impact.Shown.ALL, null, 100);
    }

    private Map<String, Effect> reached(ImpactGraph node) {
        return impact(node).items().stream()
                .collect(Collectors.toMap(item -> item.key().substring(prefix.length()), Reached::effect));
    }

    private void create(String key) {
        items.create(prefix + key, ItemState.initial(prefix + key), Origin.manual());
    }

    /** What another node has of its own; the database it shares. */
    @EnableTransactionManagement
    @Import({CurrentGraph.class, ImpactGraph.class})
    static class OtherNode {}

    /** Commits, so that it must not share the database of tests that roll back; and lets a test step between two statements. */
    @TestConfiguration(proxyBeanMethods = false)
    static class OwnDatabase {

        static final ThreadLocal<@Nullable Runnable> AFTER_A_STATEMENT = new ThreadLocal<>();

        @Bean
        static BeanPostProcessor steppedBetween() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource source
                            ? ProxyDataSourceBuilder.create(source)
                                    .afterQuery((execution, queries) -> {
                                        Runnable step = AFTER_A_STATEMENT.get();
                                        if (step != null) {
                                            step.run();
                                        }
                                    })
                                    .build()
                            : bean;
                }
            };
        }
    }
}
