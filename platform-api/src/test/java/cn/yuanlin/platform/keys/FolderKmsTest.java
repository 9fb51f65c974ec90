package cn.yuanlin.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No test can cut the power; what the virtual machine forces onto the disk, and in which order, its flight recorder tells. */
class FolderKmsTest {
    private static final String FORCED = "jdk.FileForce";

    @TempDir
    private Path temporary;

    @Test
    void aKeyIsOnTheDiskBeforeAnythingIsEncryptedUnderIt() throws Exception {
        var folder = temporary.resolve("keys");
        var kms = new FolderKms(folder);
        var id = UUID.randomUUID();
        assertThat(forced(folder, () -> kms.make(id)))
                .satisfiesExactly(
                        draft -> assertThat(draft).contains("draft-"),
                        last -> assertThat(last).isEqualTo(folder.toString()));
        assertThat(kms.getAead(FolderKms.uri(id))).isNotNull();
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve(id.toString()));
        }
    }

    @Test
    void aDestroyedKeyStaysSo() throws Exception {
        var folder = temporary.resolve("keys");
        var kms = new FolderKms(folder);
        var id = UUID.randomUUID();
        kms.destroy(id);
        kms.make(id);
        assertThat(forced(folder, () -> kms.destroy(id))).containsExactly(folder.toString());
        assertThat(forced(folder, () -> kms.destroy(id))).containsExactly(folder.toString());
        assertThat(kms.has(id)).isFalse();
    }

    private interface Work {
        void run() throws Exception;
    }

    /** What the work forces onto the disk below a folder, in its order. */
    private List<String> forced(Path folder, Work work) throws Exception {
        try (var recording = new Recording()) {
            recording.enable(FORCED).withThreshold(Duration.ZERO);
            recording.start();
            work.run();
            recording.stop();
            var file = temporary.resolve("recording.jfr");
            recording.dump(file);
            return RecordingFile.readAllEvents(file).stream()
                    .filter(event -> event.getEventType().getName().equals(FORCED))
                    .map(event -> event.getString("path"))
                    .filter(path -> path.startsWith(folder.toString()))
                    .toList();
        }
    }
}
