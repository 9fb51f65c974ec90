package cn.yuanlin.platform.media.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The largest and the worst files, in a process that has less memory than the service. */
class BoundedMemoryTest {
    private static final String HEAP = "-Xmx160m";

    @TempDir
    private Path folder;

    @Test
    void theLargestPicturesAreTakenAndBombsRefusedInLessMemoryThanTheServiceHas() throws Exception {
        var photo = Pictures.withExif(Pictures.jpeg(4032, 3024), 6);
        var files = List.of(
                Pictures.pngThatSays(30_000, 30_000),
                Pictures.jpegThatSays(30_000, 30_000),
                Pictures.wholePngOf(8_000, 5_000),
                Pictures.webpOfNoise(2_000, 2_000),
                Pictures.concat(photo, new byte[(12 << 20) - photo.length]));
        assertThat(taken(files))
                .containsExactly("TOO_MANY_PIXELS", "TOO_MANY_PIXELS", "2560 x 1600", "2000 x 2000", "1920 x 2560");
    }

    private List<String> taken(List<byte[]> files) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                SmallHeap.class.getName()));
        for (var n = 0; n < files.size(); n++)
            command.add(Files.write(folder.resolve("upload-" + n), files.get(n)).toString());
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said.lines().toList();
    }
}
