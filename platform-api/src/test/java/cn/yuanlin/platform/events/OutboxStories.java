package cn.yuanlin.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.testing.PlatformTest;
import cn.yuanlin.platform.testing.TestCell;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** For tests that tell stories by events: each test its own, so that they don't hear of each other's. */
@TestPropertySource(
        properties = {
            "yuanlin.outbox.poll=100ms",
            "yuanlin.outbox.measure-every=100ms",
            "yuanlin.outbox.attempts=3",
            "yuanlin.outbox.first-pause=20ms"
        })
@Import(StoryListener.class)
abstract class OutboxStories extends PlatformTest {
    static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    EstateEvents events;

    @Autowired
    StoryListener listener;

    @Autowired
    JdbcClient jdbc;

    /** A step of a story; stories of one estate arrive in the order of their steps. */
    @EstateEvent("test.step-taken")
    record StepTaken(String story, int step) {}

    @EstateEvent("test.poison-drunk")
    record PoisonDrunk(String story, int step) {}

    static String story() {
        return UUID.randomUUID().toString();
    }

    static boolean isDone(String story) throws SQLException {
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

    static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }
}
