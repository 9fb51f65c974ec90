package cn.yuanlin.platform.events;

import cn.yuanlin.platform.events.OutboxStories.PoisonDrunk;
import cn.yuanlin.platform.events.OutboxStories.StepTaken;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Does what a story tells it. */
@TestConfiguration(proxyBeanMethods = false)
class StoryListener {
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
        if (latch != null) OutboxStories.waitFor(latch);
        jdbc.sql("insert into audit_event (at, actor, act, subject_type, subject_id) values (now(), '', ?, '', '')")
                .param(event.story())
                .update();
        of(roles, event.story())
                .add(jdbc.sql("select current_user::text").query(String.class).single());
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
