package cn.yuanlin.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContentCheckTest {
    private final Playground wechat = new Playground();
    private final Playground.Someone lin = wechat.somebody("13800000001");

    @BeforeEach
    void openTheMiniProgram() {
        wechat.exchange(wechat.loginCode(lin));
    }

    @AfterEach
    void stop() {
        wechat.close();
    }

    @Test
    void passesWhatNobodyToldItToDisapproveOf() {
        var answer = wechat.call("/wxa/msg_sec_check", text("今晚有面条"));
        assertThat(answer.errcode()).isZero();
        assertThat(answer.json().at("/result/suggest").asString()).isEqualTo("pass");
        assertThat(answer.text("trace_id")).isNotEmpty();
    }

    @Test
    void disapprovesOfWhatItWasTold() {
        wechat.post("/_simulator/verdicts", Map.of("fragment", "假酒", "suggest", "risky", "label", 20008));
        var answer = wechat.call("/wxa/msg_sec_check", text("便宜卖假酒"));
        assertThat(answer.errcode()).isZero();
        assertThat(answer.json().at("/result/suggest").asString()).isEqualTo("risky");
        assertThat(answer.json().at("/result/label").asInt()).isEqualTo(20008);
        assertThat(answer.json().at("/detail/0/strategy").asString()).isEqualTo("content_model");
    }

    @Test
    void takesTwoThousandFiveHundredCharactersAndNoMore() {
        var longest = "好".repeat(ContentCheckApi.MOST_CHARACTERS);
        assertThat(wechat.call("/wxa/msg_sec_check", text(longest)).errcode()).isZero();
        assertThat(wechat.call("/wxa/msg_sec_check", text(longest + "好")).errcode())
                .isEqualTo(45002);
    }

    @Test
    void checksOnlyForPeopleWhoUsedTheMiniProgramInTheLastTwoHours() {
        assertThat(wechat.call("/wxa/msg_sec_check", with(text("你好"), "openid", "nobody"))
                        .errcode())
                .isEqualTo(40003);
        wechat.later(ContentCheckApi.ACTIVE);
        assertThat(wechat.call("/wxa/msg_sec_check", text("你好")).errcode()).isEqualTo(61010);
        wechat.exchange(wechat.loginCode(lin));
        assertThat(wechat.call("/wxa/msg_sec_check", text("你好")).errcode()).isZero();
    }

    @Test
    void refusesAnotherVersionAndAnUnknownScene() {
        assertThat(wechat.call("/wxa/msg_sec_check", with(text("你好"), "version", 1))
                        .errcode())
                .isEqualTo(47001);
        assertThat(wechat.call("/wxa/msg_sec_check", with(text("你好"), "scene", 5))
                        .errcode())
                .isEqualTo(40129);
        assertThat(wechat.call("/wxa/msg_sec_check", "no json").errcode()).isEqualTo(47001);
        assertThat(wechat.call("/wxa/msg_sec_check", "").errcode()).isEqualTo(44002);
    }

    @Test
    void refusesAPictureWithoutAWebAddress() {
        assertThat(wechat.call("/wxa/media_check_async", picture("file:///etc/passwd"))
                        .errcode())
                .isEqualTo(47001);
        assertThat(wechat.call("/wxa/media_check_async", picture("https://example.com/1.jpg"))
                        .text("trace_id"))
                .isNotEmpty();
        assertThat(wechat.items("/_simulator/media-checks?openid=" + lin.openid()))
                .extracting(check -> check.path("mediaUrl").asString())
                .containsExactly("https://example.com/1.jpg");
    }

    private Map<String, Object> text(String content) {
        return Map.of("version", 2, "openid", lin.openid(), "scene", 2, "content", content);
    }

    private Map<String, Object> picture(String address) {
        return Map.of("version", 2, "openid", lin.openid(), "scene", 1, "media_type", 2, "media_url", address);
    }

    private static Map<String, Object> with(Map<String, Object> request, String field, Object value) {
        var changed = new HashMap<>(request);
        changed.put(field, value);
        return changed;
    }
}
