package cn.yuanlin.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccessTokenTest {
    private final Playground wechat = new Playground();

    @AfterEach
    void stop() {
        wechat.close();
    }

    @Test
    void givesTheSameTokenWhileItIsGoodForFiveMinutesMore() {
        var first = wechat.accessToken(false);
        assertThat(first.json().path("expires_in").asLong()).isBetween(7190L, 7200L);
        wechat.later(AccessTokens.LIFE.minusMinutes(6));
        assertThat(wechat.accessToken()).isEqualTo(first.text("access_token"));
        wechat.later(Duration.ofMinutes(1));
        var second = wechat.accessToken();
        assertThat(second).isNotEqualTo(first.text("access_token"));
        // Both are good for a while.
        assertThat(callWith(first.text("access_token"))).isEqualTo(40003);
        assertThat(callWith(second)).isEqualTo(40003);
        wechat.later(Duration.ofMinutes(5));
        assertThat(callWith(first.text("access_token"))).isEqualTo(42001);
        assertThat(callWith(second)).isEqualTo(40003);
    }

    @Test
    void killsTheTokenBeforeWhenARefreshIsForcedAndNotTwiceInHalfAMinute() {
        var first = wechat.accessToken();
        var second = wechat.accessToken(true).text("access_token");
        assertThat(second).isNotEqualTo(first);
        assertThat(callWith(first)).isEqualTo(40001);
        assertThat(callWith(second)).isEqualTo(40003);
        assertThat(wechat.accessToken(true).text("access_token")).isEqualTo(second);
        wechat.later(Duration.ofSeconds(30));
        assertThat(wechat.accessToken(true).text("access_token")).isNotEqualTo(second);
    }

    @Test
    void refusesCallsWithoutATokenOrWithAMadeUpOne() {
        assertThat(wechat.post("/cgi-bin/message/subscribe/send", Map.of()).errcode())
                .isEqualTo(41001);
        assertThat(callWith("made-up")).isEqualTo(40001);
    }

    @Test
    void givesNoTokenToStrangers() {
        var stranger = Map.of("grant_type", "client_credential", "appid", Playground.APP_ID, "secret", "wrong");
        var answer = wechat.post("/cgi-bin/stable_token", stranger);
        assertThat(answer.errcode()).isEqualTo(40125);
        assertThat(answer.text("access_token")).isEmpty();
    }

    /** Whatever is asked with a good token, nobody has this openid: 40003. */
    private int callWith(String token) {
        return wechat.post("/cgi-bin/message/subscribe/send?access_token=" + token, Map.of("touser", "nobody"))
                .errcode();
    }
}
