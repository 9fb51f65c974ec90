package cn.yuanlin.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SmsTest {
    private final Playground wechat = new Playground();

    @AfterEach
    void stop() {
        wechat.close();
    }

    @Test
    void showsOneLineWithoutTheWholeNumber() {
        assertThat(send("13800000001", "【缘邻】验证码\n246810，5分钟内有效").status()).isEqualTo(202);
        assertThat(wechat.screen().lines()).containsExactly("SMS to 138****0001: 【缘邻】验证码 246810，5分钟内有效");
    }

    @Test
    void remembersWhatEachPhoneGotTheNewestFirst() {
        send("13800000001", "first");
        send("13800000002", "other");
        send("13800000001", "second");
        assertThat(wechat.items("/_simulator/sms?phone=13800000001"))
                .extracting(sms -> sms.path("text").asString())
                .containsExactly("second", "first");
        var page = wechat.get("/_simulator/sms?limit=1").json();
        assertThat(page.path("items").size()).isEqualTo(1);
        assertThat(page.path("total").asInt()).isEqualTo(3);
    }

    @Test
    void refusesWhatIsNoNumberOrNoText() {
        assertThat(send("0571-00001", "text").status()).isEqualTo(400);
        assertThat(send("13800000001", " ").status()).isEqualTo(400);
        assertThat(send("13800000001", "x".repeat(501)).status()).isEqualTo(400);
        assertThat(wechat.post("/sms", "no json").status()).isEqualTo(400);
        assertThat(wechat.screen()).isEmpty();
    }

    @Test
    void takesNoBodyOfMoreThanAQuarterOfAMebibyte() {
        assertThat(wechat.post("/sms", " ".repeat(256 * 1024 + 1)).status()).isEqualTo(413);
    }

    private Playground.Answered send(String phone, String text) {
        return wechat.post("/sms", Map.of("phone", phone, "text", text));
    }
}
