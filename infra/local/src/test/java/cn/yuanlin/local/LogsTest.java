package cn.yuanlin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsTest {
    private static final int MOST_BYTES = 20_000;

    @TempDir
    private Path folder;

    @Test
    void keepsTheWordsOfTheStartBefore() throws IOException {
        var logs = new Logs(folder.resolve("logs"), MOST_BYTES);
        logs.startAnew();
        Files.createDirectories(logs.folder());
        for (var start : List.of("first", "second", "third")) {
            logs.startAnew();
            Files.writeString(logs.of("gateway"), start);
        }
        assertThat(logs.of("gateway")).hasContent("third");
        assertThat(logs.folder().resolve("gateway.log.1")).hasContent("second");
        try (var files = Files.list(logs.folder())) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void putsAsideALogThatIsTooLargeWhileItIsWritten() throws IOException {
        var logs = new Logs(folder, MOST_BYTES);
        Files.writeString(logs.of("quiet"), "a few words");
        var talker = ChildProcess.start(
                List.of("sh", "-c", "while :; do echo 0123456789012345678901234567890123456789; done"),
                Map.of(),
                logs.of("talker"));
        try {
            await().until(() -> Files.size(logs.of("talker")) > 10 * MOST_BYTES);
            logs.limit();
            assertThat(Files.size(folder.resolve("talker.log.1"))).isGreaterThan(10 * MOST_BYTES);
            await().until(() -> Files.size(logs.of("talker")) > MOST_BYTES);
        } finally {
            talker.kill();
        }
        // Appended from the start of the emptied file, not behind a hole.
        assertThat(Files.readAllBytes(logs.of("talker"))).doesNotContain(0);
        assertThat(logs.of("quiet")).hasContent("a few words");
        assertThat(folder.resolve("quiet.log.1")).doesNotExist();
    }
}
