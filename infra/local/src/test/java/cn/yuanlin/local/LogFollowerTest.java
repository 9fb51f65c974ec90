package cn.yuanlin.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFollowerTest {
    @TempDir
    private Path folder;

    private final List<String> shown = new ArrayList<>();
    private Path log;
    private LogFollower follower;

    @BeforeEach
    void follow() {
        log = folder.resolve("wechat.log");
        follower = new LogFollower(log, "SMS ", shown::add);
    }

    @Test
    void showsEachMarkedLineOnceAndNoOther() throws IOException {
        follower.look();
        write("Listening\nSMS to 138****0001: 验证码\n");
        follower.look();
        follower.look();
        write("An SMS that is none\nSMS to 138****0002: 再见\n");
        follower.look();
        assertThat(shown).containsExactly("SMS to 138****0001: 验证码", "SMS to 138****0002: 再见");
    }

    @Test
    void waitsUntilALineIsFinished() throws IOException {
        write("SMS to 138****0001: 24");
        follower.look();
        assertThat(shown).isEmpty();
        write("6810\nSMS ");
        follower.look();
        assertThat(shown).containsExactly("SMS to 138****0001: 246810");
    }

    @Test
    void goesOnWhenTheLogWasPutAside() throws IOException {
        write("SMS to 138****0001: a long one before\n");
        follower.look();
        Files.writeString(log, "");
        write("SMS to 138****0001: after\n");
        follower.look();
        assertThat(shown).hasSize(2).endsWith("SMS to 138****0001: after");
    }

    @Test
    void passesOverALineThatNeverEnds() throws IOException {
        write("x".repeat(200_000));
        for (var look = 0; look < 5; look++) {
            follower.look();
        }
        write("\nSMS to 138****0001: after\n");
        follower.look();
        assertThat(shown).containsExactly("SMS to 138****0001: after");
    }

    private void write(String text) throws IOException {
        Files.writeString(log, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
