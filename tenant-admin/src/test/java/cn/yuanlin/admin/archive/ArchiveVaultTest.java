package cn.yuanlin.admin.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No test can cut the power; what is forced onto the disk, and in which order, the flight recorder tells. */
class ArchiveVaultTest {
    private static final String FORCED = "jdk.FileForce";

    @TempDir
    private Path temporary;

    @Test
    void anExportThatIsStoredOutlivesAPowerCutByItsName() throws Exception {
        var directory = temporary.resolve("archive");
        var vault = new ArchiveVault(new ArchiveSettings(directory, Duration.ZERO));
        var estate = UUID.randomUUID();

        var forced = forced(
                directory,
                () -> assertThat(vault.store(estate, sink -> {
                            var zip = new ZipOutputStream(sink);
                            zip.putNextEntry(new ZipEntry("manifest.json"));
                            zip.finish();
                        }))
                        .isTrue());

        assertThat(forced).containsExactly(directory.resolve(estate + ".part").toString(), directory.toString());
        assertThat(vault.has(estate)).isTrue();
    }

    private List<String> forced(Path folder, Runnable work) throws Exception {
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
