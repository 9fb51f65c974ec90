package cn.yuanlin.platform.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.yuanlin.platform.testing.TestTasks;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What goes out of the house, to whom, by which way, and how often. */
class DeliveryTest extends MessageTest {
    @Autowired
    private ToldWechat wechat;

    @Autowired
    private ToldSms sms;

    @Autowired
    private ToldContacts contacts;

    @Test
    void goesByTheFirstWayThatWorks() {
        var person = somebody();
        tell(TOLD, person);
        becomes(person, "SENT");
        assertThat(wechat.attemptsFor(person)).hasSize(1);
        assertThat(sms.attemptsFor(person)).isEmpty();
    }

    @Test
    void withoutConsentInWechatItGoesBySms() {
        var person = somebody();
        wechat.tell(person, List.of(() -> new ChannelOutcome.NotReachable("WECHAT_43101")));
        tell(TOLD, person);
        becomes(person, "SENT");
        assertThat(wechat.attemptsFor(person)).hasSize(1);
        assertThat(sms.attemptsFor(person)).hasSize(1);
    }

    @Test
    void whereNoWayWorksTheInboxIsLeft() {
        var person = somebody();
        wechat.tell(person, List.of(() -> new ChannelOutcome.NotReachable("WECHAT_43101")));
        sms.tell(person, List.of(() -> new ChannelOutcome.NotReachable("NO_PHONE")));
        tell(TOLD, person);
        becomes(person, "UNREACHED NO_PHONE");
        assertThat(inboxOf(person)).isEqualTo(1);
    }

    @Test
    void theSameCauseIsHeardOfOnceHoweverOftenItIsTold() {
        var person = somebody();
        var neighbour = somebody();
        tell(TOLD, person);
        tell(TOLD, person);
        tell(TOLD, person, neighbour);
        becomes(person, "SENT");
        becomes(neighbour, "SENT");
        assertThat(inboxOf(person)).isEqualTo(1);
        assertThat(wechat.attemptsFor(person)).hasSize(1);
        assertThat(wechat.attemptsFor(neighbour)).hasSize(1);
    }

    @Test
    void onlyWaysThatThePersonWantsAreTaken() {
        var smsOnly = somebody();
        var neither = somebody();
        wants(smsOnly, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, Channel.SMS);
        wants(neither, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        tell(TOLD, smsOnly, neither);
        becomes(smsOnly, "SENT");
        assertThat(sms.attemptsFor(smsOnly)).hasSize(1);
        assertThat(wechat.attemptsFor(smsOnly)).isEmpty();
        assertThat(inboxOf(neither)).isEqualTo(1);
        assertThat(delivery(neither)).isEmpty();
    }

    @Test
    void quietHoursHoldBackAllButTheInbox() {
        var person = somebody();
        var now = LocalTime.now(CHINA);
        wants(person, now.minusHours(1), now.plusHours(1), Channel.values());
        tell(TOLD, person);
        becomes(person, "WAITING QUIET_HOURS");
        assertThat(inboxOf(person)).isEqualTo(1);
        assertThat(wechat.attemptsFor(person)).isEmpty();
        assertThat(sms.attemptsFor(person)).isEmpty();
    }

    @Test
    void aTemplateForTheInboxStaysThere() {
        var person = somebody();
        tell(Template.inbox("test.inbox", "{what}", "{what}"), person);
        await().untilAsserted(() -> assertThat(inboxOf(person)).isEqualTo(1));
        assertThat(delivery(person)).isEmpty();
    }

    /** The process dies with the call under way: nobody knows whether it was sent, so it is not sent again. */
    @Test
    void aSenderThatIsKilledSendsNothingTwice() {
        var killed = somebody();
        var others = List.of(somebody(), somebody(), somebody());
        wechat.tell(killed, List.of(() -> {
            throw new InterruptedSend();
        }));
        tell(TOLD, killed, others.get(0), others.get(1), others.get(2));
        becomes(killed, "UNKNOWN INTERRUPTED");
        for (var other : others) {
            becomes(other, "SENT");
            assertThat(wechat.attemptsFor(other)).hasSize(1);
        }
        assertThat(wechat.attemptsFor(killed)).hasSize(1);
        assertThat(sms.attemptsFor(killed)).isEmpty();
        assertThat(inboxOf(killed)).isEqualTo(1);
    }

    @Test
    void whatMayHaveBeenSentIsNotSentAgain() {
        var person = somebody();
        wechat.tell(person, List.of(() -> new ChannelOutcome.Unknown("BROKEN_OFF")));
        tell(TOLD, person);
        becomes(person, "UNKNOWN BROKEN_OFF");
        assertThat(sms.attemptsFor(person)).isEmpty();
    }

    @Test
    void aFaultOfAChannelIsNobodyElsesAndHidesItsWords() {
        var person = somebody();
        Supplier<ChannelOutcome> fault = () -> {
            throw new IllegalStateException("13800000000");
        };
        wechat.tell(person, List.of(fault));
        tell(TOLD, person);
        becomes(person, "UNKNOWN FAULT");
    }

    @Test
    void whatPassesIsTriedAgainLater() {
        var busy = somebody();
        var away = somebody();
        wechat.tell(busy, List.of(() -> new ChannelOutcome.TryLater("WECHAT_-1")));
        contacts.awayFor(away, 1);
        tell(TOLD, busy, away);
        becomes(busy, "WAITING WECHAT_-1");
        becomes(away, "WAITING NO_CONTACTS");
        makeDue(busy, away);
        becomes(busy, "SENT");
        becomes(away, "SENT");
        assertThat(wechat.attemptsFor(busy)).hasSize(2);
    }

    @Test
    void whatIsMoreThanATurnGoesOnByItself() {
        var people =
                Stream.generate(this::somebody).limit(BroadcastTask.A_TURN + 20).toList();
        tell(TOLD, people.toArray(String[]::new));
        for (var person : people) becomes(person, "SENT");
        assertThat(people)
                .allSatisfy(person -> assertThat(wechat.attemptsFor(person)).hasSize(1));
    }

    @Test
    void anAccountThatIsGoneIsLeftAlone() {
        var person = somebody();
        contacts.forget(person);
        tell(TOLD, person);
        becomes(person, "UNREACHED NO_ACCOUNT");
    }

    private void becomes(String subject, String state) {
        await().untilAsserted(() -> {
            var now = delivery(subject);
            // What was tried before it worked stays noted.
            assertThat(state.equals("SENT") ? now.split(" ")[0] : now).isEqualTo(state);
        });
    }

    /** As if the pause were over, for the deliveries and for the task. */
    private void makeDue(String... subjects) {
        inEstate(
                disai(),
                () -> jdbc.sql("""
                        update message_delivery set not_before = 'epoch'
                        where state = 'WAITING' and message_id in (select id from message where subject in (:subjects))
                        """).param("subjects", List.of(subjects)).update());
        TestTasks.makeDue(broadcastOf(subjects[0]));
    }

    private UUID broadcastOf(String subject) {
        var found = new UUID[1];
        inEstate(
                disai(),
                () -> found[0] = jdbc.sql("select broadcast_id from message where subject = ?")
                        .param(subject)
                        .query(UUID.class)
                        .single());
        return found[0];
    }

    /** Not an exception: nothing of ours catches it. */
    private static final class InterruptedSend extends Error {
        private static final long serialVersionUID = 1;
    }
}
