package cn.yuanlin.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscribeMessageTest {
    private static final String TEMPLATE = "ballot-opened";

    private final Playground wechat = new Playground();
    private final Playground.Someone lin = wechat.somebody("13800000001");

    @AfterEach
    void stop() {
        wechat.close();
    }

    @Test
    void sendsOneMessageForOneConsent() {
        wechat.consents(lin, TEMPLATE, 2);
        assertThat(send(lin.openid(), TEMPLATE, "表决已开始")).isZero();
        assertThat(send(lin.openid(), TEMPLATE, "表决将结束")).isZero();
        assertThat(send(lin.openid(), TEMPLATE, "表决已结束")).isEqualTo(43101);
        assertThat(wechat.items("/_simulator/subscribe-messages?openid=" + lin.openid()))
                .extracting(message -> message.at("/data/thing1").asString())
                .containsExactly("表决将结束", "表决已开始");
    }

    @Test
    void takesNoConsentForAnotherTemplateOrOfAnotherPerson() {
        wechat.consents(lin, TEMPLATE, 1);
        assertThat(send(lin.openid(), "order-ready", "请取货")).isEqualTo(43101);
        assertThat(send(wechat.somebody("13800000002").openid(), TEMPLATE, "表决已开始"))
                .isEqualTo(43101);
    }

    @Test
    void usesUpNoConsentForAMessageThatIsWrong() {
        wechat.consents(lin, TEMPLATE, 1);
        assertThat(send(lin.openid(), TEMPLATE, "这一句话一共有二十一个字所以太长了不能发送")).isEqualTo(47003);
        assertThat(send(lin.openid(), TEMPLATE, "表决已开始")).isZero();
    }

    @Test
    void namesTheFieldThatIsWrong() {
        var message =
                Map.of("touser", lin.openid(), "template_id", TEMPLATE, "data", Map.of("thing1", Map.of("value", "")));
        assertThat(wechat.call("/cgi-bin/message/subscribe/send", message).text("errmsg"))
                .contains("data.thing1.value");
    }

    @Test
    void refusesAnOpenidAndATemplateThatDoNotExist() {
        assertThat(send("nobody", TEMPLATE, "表决已开始")).isEqualTo(40003);
        assertThat(send(lin.openid(), "", "表决已开始")).isEqualTo(40037);
    }

    @ParameterizedTest
    @CsvSource({
        "thing1, 二十个字以内的事物, true",
        "number2, 12.50, true",
        "number2, 十二, false",
        "character_string3, A-1024, true",
        "character_string3, 取货码, false",
        "time4, 2026年11月22日 12:00, true",
        "time4, 明天, false",
        "date5, 2026年11月22日, true",
        "amount6, ¥12.50, true",
        "phrase7, 已开始, true",
        "phrase7, 六个汉字太长, false",
        "name8, 林一, true",
        "unknown9, 任意, false",
        "thing, 没有编号, false",
    })
    void knowsWhatMayStandInAField(String field, String value, boolean fits) {
        assertThat(TemplateValue.fits(field, value)).isEqualTo(fits);
    }

    private int send(String openid, String template, String text) {
        var message = Map.of(
                "touser",
                openid,
                "template_id",
                template,
                "page",
                "pages/home",
                "data",
                Map.of("thing1", Map.of("value", text)));
        return wechat.call("/cgi-bin/message/subscribe/send", message).errcode();
    }
}
