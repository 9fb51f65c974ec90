package cn.yuanlin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    @TempDir
    private Path folder;

    @Test
    void namesThePortThatIsTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> Ports.requireFree(taken.getLocalPort(), "gateway"))
                    .hasMessageContaining("Port " + taken.getLocalPort() + " (gateway) is taken")
                    .hasMessageContaining("--base-port");
        }
    }

    @Test
    void refusesASecondLauncherInOneLine() throws Exception {
        var other = launcher("--home", folder.toString(), "--base-port", "abc");
        assertThat(other.waitFor()).isEqualTo(2);
        var home = Home.open(folder);
        var second = launcher("--home", folder.toString());
        var said = new String(second.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(second.waitFor()).isEqualTo(2);
        assertThat(said.lines()).singleElement().asString().contains("already runs", folder.toString());
        home.close();
        Home.open(folder).close();
    }

    @Test
    void forgetsWhatAKilledLauncherToldScripts() throws IOException {
        var told = Files.writeString(folder.resolve(PlatformFile.NAME), "{}");
        try (var home = Home.open(folder)) {
            assertThat(home.file(PlatformFile.NAME)).doesNotExist();
            Files.writeString(told, "{}");
        }
        assertThat(told).doesNotExist();
    }

    @Test
    void keepsSecretsFromOthersAndOverRestarts() throws IOException {
        var secret = new Secrets(folder.resolve("secrets")).get("c1-app");
        assertThat(secret).hasSize(24);
        assertThat(new Secrets(folder.resolve("secrets")).get("c1-app")).isEqualTo(secret);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets/c1-app"))))
                .isEqualTo("rw-------");
    }

    @Test
    void understandsItsOptions() {
        var settings = Options.parse(
                List.of("--cells", "2", "--base-port", "20080", "--home", "x", "--fresh", "--no-demo"), folder, folder);
        assertThat(settings).isEqualTo(new Settings(folder, folder.resolve("x"), 20_080, 2, true, false, true));
        assertThatThrownBy(() -> Options.parse(List.of("--cells", "none"), folder, folder))
                .hasMessage("--cells takes a number from 1 to 64, not none");
        assertThatThrownBy(() -> Options.parse(List.of("--frehs"), folder, folder))
                .hasMessageContaining("--frehs");
    }

    @Test
    void sigtermLeavesNoProcessBehind() throws Exception {
        var program = program(PostgresUntilStopped.class);
        var pid = program.inputReader().readLine();
        var postgres = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        assertThat(postgres.isAlive()).isTrue();
        program.destroy();
        program.waitFor();
        await().until(() -> !postgres.isAlive());
    }

    /** What a test process runs: a PostgreSQL, until somebody stops it. */
    static final class PostgresUntilStopped {
        private PostgresUntilStopped() {}

        public static void main(String[] args) throws InterruptedException {
            System.out.println(PostgresServer.temporary().pid());
            Thread.currentThread().join();
        }
    }

    private static Process launcher(String... arguments) throws IOException {
        return program(Launcher.class, arguments);
    }

    private static Process program(Class<?> main, String... arguments) throws IOException {
        var line = new ArrayList<>(List.of(
                Java.executable(),
                "-cp",
                System.getProperty("java.class.path"),
                "-XX:TieredStopAtLevel=1",
                main.getName()));
        line.addAll(List.of(arguments));
        return new ProcessBuilder(line).start();
    }
}
