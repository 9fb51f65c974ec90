package cn.yuanlin.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.yuanlin.platform.testing.TestCell;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who waits for whom, and who does not. */
class OutboxOrderTest extends OutboxStories {
    @Autowired
    private OutboxDelivery delivery;

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
}
