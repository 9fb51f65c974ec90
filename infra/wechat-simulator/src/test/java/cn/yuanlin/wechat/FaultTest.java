package cn.yuanlin.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultTest {
    private static final String STABLE_TOKEN = "/cgi-bin/stable_token";

    private final Playground wechat = new Playground();

    @AfterEach
    void stop() {
        wechat.close();
    }

    @Test
    void failsAsOftenAsOrderedAndIsBusyWhereNoCodeIsSaid() {
        wechat.fault(Map.of("path", STABLE_TOKEN, "kind", "ERROR", "times", 2));
        wechat.fault(Map.of("path", STABLE_TOKEN, "kind", "ERROR", "errcode", 45009));
        assertThat(wechat.accessToken(false).errcode()).isEqualTo(-1);
        assertThat(wechat.accessToken(false).errcode()).isEqualTo(-1);
        assertThat(wechat.accessToken(false).errcode()).isEqualTo(45009);
        assertThat(wechat.accessToken(false).errcode()).isZero();
    }

    @Test
    void answersLate() {
        wechat.fault(Map.of("path", STABLE_TOKEN, "kind", "LATENCY", "millis", 300));
        var begun = System.nanoTime();
        assertThat(wechat.accessToken(false).errcode()).isZero();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void losesTheAnswerOfWhatWasDone() {
        wechat.fault(Map.of("path", "/sms", "kind", "CUT"));
        var sms = Map.of("phone", "13800000001", "text", "code");
        assertThatThrownBy(() -> wechat.post("/sms", sms)).isInstanceOf(UncheckedIOException.class);
        assertThat(wechat.items("/_simulator/sms?phone=13800000001")).hasSize(1);
        assertThat(wechat.post("/sms", sms).status()).isEqualTo(202);
    }

    @Test
    void doesNothingWhereItFails() {
        wechat.fault(Map.of("path", "/sms", "kind", "ERROR"));
        assertThat(wechat.post("/sms", Map.of("phone", "13800000001", "text", "code"))
                        .status())
                .isEqualTo(503);
        assertThat(wechat.items("/_simulator/sms")).isEmpty();
    }

    @Test
    void hindersNoOtherPathAndForgetsWhatWasOrdered() {
        wechat.fault(Map.of("path", STABLE_TOKEN, "kind", "ERROR", "times", 1000));
        assertThat(wechat.exchange("made-up").errcode()).isEqualTo(40029);
        assertThat(wechat.delete("/_simulator/faults").status()).isEqualTo(200);
        assertThat(wechat.accessToken(false).errcode()).isZero();
    }

    @Test
    void takesNoOrderItCannotKeep() {
        for (var wrong : List.<Map<String, Object>>of(
                Map.of("path", "/sms", "kind", "LATENCY"),
                Map.of("path", "/sms", "kind", "LATENCY", "millis", 60_001),
                Map.of("path", "/sms", "kind", "EARTHQUAKE"),
                Map.of("path", "/sms", "kind", "CUT", "times", 0),
                Map.of("path", "/_simulator/clock", "kind", "CUT"),
                Map.of("path", "sms", "kind", "CUT"))) {
            assertThat(wechat.post("/_simulator/faults", wrong).status())
                    .as(wrong.toString())
                    .isEqualTo(400);
        }
    }

    @Test
    void movesItsClockForwardOnly() {
        assertThat(wechat.post("/_simulator/clock", Map.of("millis", -1)).status())
                .isEqualTo(400);
        assertThat(wechat.get("/nowhere").status()).isEqualTo(404);
    }
}
