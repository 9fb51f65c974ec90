package cn.yuanlin.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** An event, what caused it and what it causes: which of them happen together. */
class OutboxTransactionTest extends OutboxStories {
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

    private int writesOf(String story) {
        return jdbc.sql("select count(*) from audit_event where act = ?")
                .param(story)
                .query(Integer.class)
                .single();
    }
}
