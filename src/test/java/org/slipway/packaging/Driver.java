package org.slipway.packaging;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;

/**
 * Several people at once who take releases through their lives until the node is gone, and note what the node has
 * acknowledged. A registration that was not answered is sent again with its key when there is a node again; a step is not:
 * it may have happened or not.
 */
final class Driver {

    private static final int PEOPLE = 4;

    /** How the titles of these releases begin. */
    static final String TITLE = "Survivor ";

    /** By title, because the answer with the number may be lost. */
    private final Map<String, String> registered = new ConcurrentHashMap<>();

    private final Queue<String> attempted = new ConcurrentLinkedQueue<>();

    /** By title, which is the key as well. */
    private final Map<String, Map<String, Object>> unanswered = new ConcurrentHashMap<>();

    private final Map<String, Queue<String>> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> surprise = new AtomicReference<>();
    private final List<Thread> threads = new ArrayList<>();

    /** Sends people to work; first at what was left unfinished, then at new releases. */
    void goOn(SlipwayClient slipway, Collection<String> unfinished) {
        Queue<String> left = new ConcurrentLinkedQueue<>(unfinished);
        answers.set(0);
        threads.clear();
        for (int i = 0; i < PEOPLE; i++) {
            Thread thread = new Thread(() -> work(slipway, left), "person-" + i);
            threads.add(thread);
            thread.start();
        }
    }

    /** Waits until nobody gets an answer any more. */
    void awaitEnd() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join(60_000);
        }
        Throwable unexpected = surprise.get();
        if (unexpected != null) {
            throw new AssertionError("A person was not served", unexpected);
        }
    }

    /** How many requests have been acknowledged since the people went to work. */
    int answers() {
        return answers.get();
    }

    boolean surprised() {
        return surprise.get() != null;
    }

    Map<String, String> registered() {
        return registered;
    }

    /** The titles of all registrations that were sent, whatever became of them. */
    Collection<String> attempted() {
        return attempted;
    }

    /** The steps of a release that were acknowledged, in order. */
    Collection<String> acknowledged(String number) {
        return acknowledged.getOrDefault(number, new ConcurrentLinkedQueue<>());
    }

    private void work(SlipwayClient slipway, Queue<String> left) {
        try {
            while (true) {
                String number = left.poll();
                walkToTheEnd(number == null ? register(slipway) : ReleaseStory.of(slipway, number));
            }
        } catch (UncheckedIOException nodeIsGone) {
            // What was under way is unknown; the test looks after the restart.
        } catch (Throwable unexpected) {
            surprise.compareAndSet(null, unexpected);
        }
    }

    /** Sends again what has got no answer; each must get one now. */
    void retry(SlipwayClient slipway) {
        List.copyOf(unanswered.entrySet()).forEach(each -> register(slipway, each.getKey(), each.getValue()));
    }

    private ReleaseStory register(SlipwayClient slipway) {
        String title = TITLE + UUID.randomUUID();
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        registration.put("title", title);
        registration.put("planning", ReleaseStory.window(tomorrow, Duration.ofHours(8)));
        registration.put("deployment", ReleaseStory.window(tomorrow, Duration.ofHours(24)));
        attempted.add(title);
        unanswered.put(title, registration);
        return register(slipway, title, registration);
    }

    private ReleaseStory register(SlipwayClient slipway, String title, Map<String, Object> registration) {
        String number = ReleaseStory.registered(slipway.with("Idempotency-Key", title), registration)
                .number();
        registered.put(title, number);
        unanswered.remove(title);
        answers.incrementAndGet();
        return ReleaseStory.of(slipway, number);
    }

    private void walkToTheEnd(ReleaseStory release) {
        for (Optional<String> step = release.step(); step.isPresent(); step = release.step()) {
            acknowledged
                    .computeIfAbsent(release.number(), number -> new ConcurrentLinkedQueue<>())
                    .add(step.get());
            answers.incrementAndGet();
        }
    }
}
