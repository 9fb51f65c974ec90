package cn.yuanlin.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./run} builds, with an npm that only notes what it was asked. */
class ToolsTest {
    private static final Path TOOLS = Path.of("tools.sh").toAbsolutePath();

    @TempDir
    private Path root;

    private Path source;

    @BeforeEach
    void checkout() throws IOException {
        var app = Files.createDirectories(root.resolve("resident-app/src"));
        source = Files.writeString(app.resolve("main.ts"), "1");
        Files.writeString(app.resolveSibling("package.json"), "{}");
        Files.writeString(app.resolveSibling("package-lock.json"), "{}");
        program("node", "exit 0");
        program("npm", """
                echo "npm $1 $3" >> "$ROOT/asked"
                mkdir -p node_modules
                [ "$1" = ci ] || { mkdir -p dist/build/h5 && touch dist/build/h5/index.html; }
                """);
    }

    private void program(String name, String text) throws IOException {
        var file = Files.createDirectories(root.resolve("bin")).resolve(name);
        Files.writeString(file, "#!/usr/bin/env bash\n" + text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private void build() throws IOException, InterruptedException {
        var shell = new ProcessBuilder(
                "bash", "-c", "set -euo pipefail; root=$ROOT started=0; source \"$TOOLS\"; build_resident_app");
        shell.environment().put("ROOT", root.toString());
        shell.environment().put("TOOLS", TOOLS.toString());
        shell.environment().merge("PATH", root.resolve("bin") + ":", (path, first) -> first + path);
        var process = shell.redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private String asked() throws IOException {
        return Files.readString(root.resolve("asked"));
    }

    @Test
    void buildsTheResidentsAppOnceAndAgainWhenItChanged() throws Exception {
        build();
        assertThat(asked().lines()).hasSize(2).last().isEqualTo("npm run build:h5");
        build();
        Files.writeString(source.resolveSibling("estate-schema.d.ts"), "made by a check");
        build();
        assertThat(asked().lines()).hasSize(2);
        Files.writeString(source, "2");
        build();
        assertThat(asked().lines()).hasSize(3);
        Files.delete(root.resolve("resident-app/dist/build/h5/index.html"));
        build();
        assertThat(asked().lines()).hasSize(4);
    }
}
