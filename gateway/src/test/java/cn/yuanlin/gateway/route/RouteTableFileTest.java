package cn.yuanlin.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouteTableFileTest {
    private static final String TABLE = "{\"version\":7,\"routes\":[],\"备注\":\"多字节\"}";

    @TempDir
    private Path directory;

    private Path path() {
        return directory.resolve("new/routes");
    }

    private RouteTableFile file() {
        return new RouteTableFile(new RouteSettings(URI.create("http://x"), path(), Duration.ofSeconds(1), List.of()));
    }

    @Test
    void givesBackWhatWasWrittenLastAndLeavesNothingBeside() throws IOException {
        assertThat(file().read()).isEmpty();
        file().write("older");
        file().write(TABLE);
        assertThat(file().read()).hasValue(TABLE);
        try (var files = Files.list(path().getParent())) {
            assertThat(files).containsExactly(path());
        }
    }

    @Test
    void givesNothingRatherThanHalfATable() throws IOException {
        file().write(TABLE);
        var sound = Files.readAllBytes(path());
        for (int length = 0; length < sound.length; length++) {
            Files.write(path(), Arrays.copyOf(sound, length));
            assertThat(file().read()).as("cut after %d bytes", length).isEmpty();
        }
        for (int at = 0; at < sound.length; at++) {
            var damaged = sound.clone();
            damaged[at] ^= 1;
            Files.write(path(), damaged);
            assertThat(file().read()).as("byte %d flipped", at).isEmpty();
        }
        Files.write(path(), sound);
        assertThat(file().read()).hasValue(TABLE);
    }

    @Test
    void goesOnWhereItCannotWrite() throws IOException {
        Files.writeString(directory.resolve("new"), "a file where a directory should be");
        file().write(TABLE);
        assertThat(file().read()).isEmpty();
    }
}
