package cn.yuanlin.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.yuanlin.platform.tenancy.Estate;
import cn.yuanlin.platform.testing.TestCell;
import cn.yuanlin.platform.testing.TestIssuer;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Events that can not be delivered. */
class ParkedEventsTest extends OutboxStories {
    @Autowired
    private OutboxStore store;

    @Autowired
    private MeterRegistry meters;

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

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }

    private List<OutboxStore.Parked> parkedOf(Estate estate) {
        return store.parked(estate.schema(), 100);
    }
}
