package cn.yuanlin.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.yuanlin.platform.tenancy.Estate;
import cn.yuanlin.platform.testing.PlatformTest;
import cn.yuanlin.platform.testing.TestCell;
import cn.yuanlin.platform.testing.TestIssuer;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties = {"yuanlin.outbox.poll=100ms", "yuanlin.outbox.attempts=3", "yuanlin.outbox.first-pause=20ms"})
@Import(OutboxTest.Listener.class)
@DirtiesContext
class OutboxTest extends PlatformTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    private EstateEvents events;

    @Autowired
    private OutboxStore store;

    @Autowired
    private OutboxDelivery delivery;

    @Autowired
    private Listener listener;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MeterRegistry meters;

    /** A step of a story; stories of one estate arrive in the order of their steps. */
    @EstateEvent("test.step-taken")
    record StepTaken(String story, int step) {}

    @EstateEvent("test.poison-drunk")
    record PoisonDrunk(String story, int step) {}

    @Test
    void anEventOfATransactionThatFailsWasNeverThere() {
        var story = story();
        assertThatThrownBy(() -> inEstate(disai(), () -> {
                    events.publish(new StepTaken(story, 1));
                    throw new IllegalStateException("as told");
                }))
                .hasMessage("as told");
        inEstate(disai(), () -> events.publish(new StepTaken(story, 2)));
        await().atMost(SOON).until(() -> listener.stepsOf(story).contains(2));
        assertThat(listener.stepsOf(story)).containsExactly(2);
    }

    @Test
    void publishingOutsideATransactionIsRefused() {
        assertThatThrownBy(() -> events.publish(new StepTaken(story(), 1))).hasMessageContaining("transaction");
    }

    @Test
    void anEstateSeesAndFinishesOnlyItsOwnEvents() throws SQLException {
        var story = story();
        listener.hold(story);
        inEstate(disai(), () -> events.publish(new StepTaken(story, 1)));
        inEstate(linyuan(), () -> {
            assertThat(jdbc.sql("select count(*) from cell.outbox where payload ->> 'story' = ?")
                            .param(story)
                            .query(Integer.class)
                            .single())
                    .isZero();
            assertThat(jdbc.sql("update cell.outbox set done_at = now() where payload ->> 'story' = ?")
                            .param(story)
                            .update())
                    .isZero();
        });
        assertThatThrownBy(() -> inEstate(
                        linyuan(),
                        () -> jdbc.sql("insert into cell.outbox (estate, type, payload) values (?, 'x', '{}')")
                                .param(disai().schema())
                                .update()))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> inEstate(
                        disai(),
                        () -> jdbc.sql("update cell.outbox set payload = '{}'").update()))
                .hasStackTraceContaining("permission denied");
        listener.release(story);
        await().atMost(SOON).until(() -> isDone(story));
    }

    @Test
    void aListenersWritesAndTheMarkAreOneTransactionOfTheEstate() {
        var story = story();
        listener.failAfterWriting(story, 2);
        inEstate(disai(), () -> events.publish(new StepTaken(story, 1)));
        await().atMost(SOON).until(() -> isDone(story));
        assertThat(listener.attemptsOf(story)).isEqualTo(3);
        inEstate(disai(), () -> assertThat(writesOf(story)).isEqualTo(1));
        inEstate(linyuan(), () -> assertThat(writesOf(story)).isZero());
        assertThat(listener.rolesOf(story)).containsExactly(disai().schema());
        assertThat(listener.eventsOf(story)).hasSize(1);
    }

    @Test
    void oneEstatesEventsKeepTheirOrder() {
        var stories = List.of(story(), story());
        for (var step = 1; step <= 30; step++) {
            var now = step;
            inEstate(disai(), () -> events.publish(new StepTaken(stories.get(0), now)));
            inEstate(linyuan(), () -> events.publish(new StepTaken(stories.get(1), now)));
        }
        var all = IntStream.rangeClosed(1, 30).boxed().toList();
        for (var story : stories)
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(listener.stepsOf(story)).isEqualTo(all));
    }

    @Test
    void estatesRunSideBySide() throws SQLException {
        var slow = story();
        var fast = story();
        listener.hold(slow);
        inEstate(disai(), () -> events.publish(new StepTaken(slow, 1)));
        await().atMost(SOON).until(() -> listener.attemptsOf(slow) == 1);
        inEstate(linyuan(), () -> events.publish(new StepTaken(fast, 1)));
        await().atMost(SOON).until(() -> isDone(fast));
        assertThat(isDone(slow)).isFalse();
        listener.release(slow);
        await().atMost(SOON).until(() -> isDone(slow));
    }

    @Test
    void aSecondProcessPassesByAnEstateThatIsBeingDrained() {
        var story = story();
        listener.hold(story);
        inEstate(disai(), () -> {
            events.publish(new StepTaken(story, 1));
            events.publish(new StepTaken(story, 2));
        });
        await().atMost(SOON).until(() -> listener.attemptsOf(story) == 1);
        assertThat(delivery.deliverNext(disai())).isFalse();
        listener.release(story);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(listener.stepsOf(story)).containsExactly(1, 2));
    }

    @Test
    void writersOfOneEstateDoNotWaitForEachOther() throws Exception {
        var story = story();
        var wrote = new CountDownLatch(1);
        var otherCommitted = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> inEstate(disai(), () -> {
                events.publish(new StepTaken(story, 1));
                wrote.countDown();
                waitFor(otherCommitted);
            }));
            waitFor(wrote);
            inEstate(disai(), () -> events.publish(new StepTaken(story, 2)));
            await().atMost(SOON).until(() -> listener.stepsOf(story).contains(2));
            otherCommitted.countDown();
            first.get(30, TimeUnit.SECONDS);
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(listener.stepsOf(story)).containsExactlyInAnyOrder(1, 2));
    }

    @Test
    void lookingForWorkReadsOnlyWhatWaits() throws SQLException {
        try (var connection = TestCell.connectAsSuperuser();
                var statement = connection.createStatement()) {
            statement.execute("set enable_seqscan = off");
            try (var plan = statement.executeQuery(
                    "explain select estate from cell.outbox where done_at is null and parked_at is null order by estate limit 1")) {
                plan.next();
                plan.next();
                assertThat(plan.getString(1)).contains("outbox_waiting");
            }
        }
    }

    @Test
    void aPoisonedEventParksItselfAndItsLikeAndCanBeRunAgain() {
        var story = story();
        listener.poison(story);
        inEstate(linyuan(), () -> {
            events.publish(new PoisonDrunk(story, 1));
            events.publish(new PoisonDrunk(story, 2));
            events.publish(new StepTaken(story, 3));
        });
        await().atMost(SOON).until(() -> listener.stepsOf(story).equals(List.of(3)));
        inEstate(linyuan(), () -> events.publish(new PoisonDrunk(story, 4)));
        await().atMost(SOON).until(() -> parkedOf(linyuan()).size() == 3);
        assertThat(parkedOf(linyuan()).getFirst().failure()).isEqualTo("java.lang.IllegalArgumentException");
        await().atMost(SOON).until(() -> gauge("yuanlin.outbox.parked") >= 3);
        assertThat(http().as(TestIssuer.serviceToken())
                        .get("/internal/estates/" + LINYUAN + "/parked-events")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(3);

        listener.cure(story);
        var rerun = http().as(TestIssuer.serviceToken())
                .post("/internal/estates/" + LINYUAN + "/parked-events/test.poison-drunk/reruns", null);
        assertThat(rerun.json().path("events").asInt()).isEqualTo(3);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(listener.stepsOf(story)).containsExactly(3, 1, 2, 4));
        await().atMost(SOON).until(() -> gauge("yuanlin.outbox.parked") == 0);
    }

    @Test
    void anEventThatNobodyKnowsParksToo() throws SQLException {
        inEstate(
                disai(),
                () -> jdbc.sql("insert into cell.outbox (type, payload) values ('test.of-tomorrow', '{}')")
                        .update());
        await().atMost(SOON)
                .until(() -> parkedOf(disai()).stream()
                        .anyMatch(event -> event.type().equals("test.of-tomorrow")));
        try (var connection = TestCell.connectAsSuperuser();
                var statement = connection.createStatement()) {
            statement.execute("delete from cell.outbox where type = 'test.of-tomorrow'");
        }
    }

    @Test
    void anEventOfAnotherProcessIsFoundWithoutBeingAnnounced() throws SQLException {
        var story = story();
        try (var connection = TestCell.connectAsSuperuser();
                var insert = connection.prepareStatement(
                        "insert into cell.outbox (estate, type, payload) values (?, 'test.step-taken', ?::jsonb)")) {
            insert.setString(1, disai().schema());
            insert.setString(2, "{\"story\": \"" + story + "\", \"step\": 1}");
            insert.executeUpdate();
        }
        await().atMost(SOON).until(() -> listener.stepsOf(story).equals(List.of(1)));
    }

    private static String story() {
        return UUID.randomUUID().toString();
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }

    private List<OutboxStore.Parked> parkedOf(Estate estate) {
        return store.parked(estate.schema(), 100);
    }

    private int writesOf(String story) {
        return jdbc.sql("select count(*) from audit_event where act = ?")
                .param(story)
                .query(Integer.class)
                .single();
    }

    private static boolean isDone(String story) throws SQLException {
        try (var connection = TestCell.connectAsSuperuser();
                var query = connection.prepareStatement(
                        "select bool_and(done_at is not null) from cell.outbox where payload ->> 'story' = ?")) {
            query.setString(1, story);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    /** Does what a story tells it. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Listener {
        @Autowired
        private JdbcClient jdbc;

        private final Map<String, Queue<Integer>> steps = new ConcurrentHashMap<>();
        private final Map<String, Queue<UUID>> events = new ConcurrentHashMap<>();
        private final Map<String, Queue<String>> roles = new ConcurrentHashMap<>();
        private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
        private final Map<String, Integer> failures = new ConcurrentHashMap<>();
        private final Set<String> poisoned = ConcurrentHashMap.newKeySet();

        @EstateEventListener
        void on(StepTaken event, Delivery delivery) {
            of(events, event.story()).add(delivery.event());
            var latch = held.get(event.story());
            if (latch != null) waitFor(latch);
            jdbc.sql("insert into audit_event (at, actor, act, subject_type, subject_id) values (now(), '', ?, '', '')")
                    .param(event.story())
                    .update();
            of(roles, event.story())
                    .add(jdbc.sql("select current_user::text")
                            .query(String.class)
                            .single());
            if (failures.merge(event.story(), -1, Integer::sum) >= 0) throw new IllegalStateException("as told");
            of(steps, event.story()).add(event.step());
        }

        @EstateEventListener
        void on(PoisonDrunk event) {
            if (poisoned.contains(event.story())) throw new IllegalArgumentException("13800000000");
            of(steps, event.story()).add(event.step());
        }

        private static <T> Queue<T> of(Map<String, Queue<T>> map, String story) {
            return map.computeIfAbsent(story, key -> new ConcurrentLinkedQueue<>());
        }

        List<Integer> stepsOf(String story) {
            return List.copyOf(of(steps, story));
        }

        Set<UUID> eventsOf(String story) {
            return Set.copyOf(of(events, story));
        }

        Set<String> rolesOf(String story) {
            return Set.copyOf(of(roles, story));
        }

        int attemptsOf(String story) {
            return of(events, story).size();
        }

        void hold(String story) {
            held.put(story, new CountDownLatch(1));
        }

        void release(String story) {
            held.get(story).countDown();
        }

        void failAfterWriting(String story, int times) {
            failures.put(story, times);
        }

        void poison(String story) {
            poisoned.add(story);
        }

        void cure(String story) {
            poisoned.remove(story);
        }
    }
}
