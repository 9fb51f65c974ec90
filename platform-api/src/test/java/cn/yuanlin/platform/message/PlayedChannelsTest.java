package cn.yuanlin.platform.message;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.testing.Http;
import cn.yuanlin.wechat.SimulatorSettings;
import cn.yuanlin.wechat.WechatSimulator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Both ways out of the house to a person whose WeChat is played. */
class PlayedChannelsTest {
    private static final String PHONE = "13800000001";
    private static final String TEMPLATE = "wechat-template-1";
    private static final Wording WORDING = new Wording(
            "ballot.opened", "表决开始", "电梯更换表决已开始。", "pages/ballot?id=7", Map.of("thing1", "电梯更换"), List.of());

    private WechatSimulator played;
    private Http control;
    private String person;
    private ContactBook.Contact contact;

    @BeforeEach
    void somebodyJoins() {
        played = WechatSimulator.start(SimulatorSettings.forTests());
        control = new Http(played.url() + "/_simulator");
        var joined = control.post("/people", Map.of("phone", PHONE)).json();
        person = joined.path("person").asString();
        contact = new ContactBook.Contact(PHONE, joined.path("openid").asString());
    }

    @AfterEach
    void close() {
        played.close();
    }

    @Test
    void aConsentIsGoodForOneMessage() {
        var wechat = wechat();
        assertThat(wechat.send(contact, WORDING)).isEqualTo(new ChannelOutcome.NotReachable("WECHAT_43101"));
        consent();
        assertThat(wechat.send(contact, WORDING)).isEqualTo(new ChannelOutcome.Sent());
        assertThat(wechat.send(contact, WORDING)).isEqualTo(new ChannelOutcome.NotReachable("WECHAT_43101"));
        var messages = messages();
        assertThat(messages.path("total").asInt()).isEqualTo(1);
        var message = messages.path("items").path(0);
        assertThat(message.path("template").asString()).isEqualTo(TEMPLATE);
        assertThat(message.path("page").asString()).isEqualTo("pages/ballot?id=7");
        assertThat(message.path("data").path("thing1").asString()).isEqualTo("电梯更换");
    }

    @Test
    void aTokenThatGrewOldIsRenewedAndTheMessageSentOnce() {
        var wechat = wechat();
        wechat.send(contact, WORDING);
        control.post("/clock", Map.of("millis", Duration.ofHours(3).toMillis()));
        consent();
        assertThat(wechat.send(contact, WORDING)).isEqualTo(new ChannelOutcome.Sent());
        assertThat(messages().path("total").asInt()).isEqualTo(1);
    }

    @Test
    void whatWasSentThoughTheAnswerWasLostIsNotTakenForUnsent() {
        consent();
        fault("/cgi-bin/message/subscribe/send", "CUT");
        assertThat(wechat().send(contact, WORDING)).isInstanceOf(ChannelOutcome.Unknown.class);
        assertThat(messages().path("total").asInt()).isEqualTo(1);
        fault("/sms", "CUT");
        assertThat(sms().send(contact, WORDING)).isInstanceOf(ChannelOutcome.Unknown.class);
        assertThat(texts().path("total").asInt()).isEqualTo(1);
    }

    @Test
    void whatWasNotSentForReasonsThatPassIsSentLater() {
        consent();
        fault("/cgi-bin/message/subscribe/send", "ERROR");
        assertThat(wechat().send(contact, WORDING)).isEqualTo(new ChannelOutcome.TryLater("WECHAT_-1"));
        fault("/sms", "ERROR");
        assertThat(sms().send(contact, WORDING)).isEqualTo(new ChannelOutcome.TryLater("SMS_503"));
        assertThat(sms().send(contact, WORDING)).isEqualTo(new ChannelOutcome.Sent());
        assertThat(texts().path("items").path(0).path("text").asString()).startsWith("【缘邻】表决开始：");
    }

    private void consent() {
        var given = control.post("/people/" + person + "/consents", Map.of("template", TEMPLATE, "times", 1));
        assertThat(given.status()).as(given.text()).isEqualTo(201);
    }

    private void fault(String path, String kind) {
        var ordered = control.post("/faults", Map.of("path", path, "kind", kind, "times", 1));
        assertThat(ordered.status()).as(ordered.text()).isEqualTo(201);
    }

    private JsonNode messages() {
        return control.get("/subscribe-messages?openid=" + contact.openid()).json();
    }

    private JsonNode texts() {
        return control.get("/sms?phone=" + PHONE).json();
    }

    private WechatChannel wechat() {
        return MessageConfiguration.wechatChannel(new MessageProperties.Wechat(
                SimulatorSettings.TEST_APP_ID,
                SimulatorSettings.TEST_APP_SECRET,
                played.url(),
                "ballot.opened=" + TEMPLATE));
    }

    private SmsChannel sms() {
        return MessageConfiguration.smsChannel(new MessageProperties.Sms(played.url()));
    }
}
