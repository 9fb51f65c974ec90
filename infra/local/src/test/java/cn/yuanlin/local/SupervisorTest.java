package cn.yuanlin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private ProcessFiles files;
    private Supervisor supervisor;

    @BeforeEach
    void watch() {
        files = new ProcessFiles(folder.resolve("pids"));
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        supervisor = new Supervisor(files, new Progress(out, System.currentTimeMillis()), true);
    }

    @AfterEach
    void stop() {
        supervisor.stopAll();
    }

    @Test
    void startsAPartAgainThatDiesByItself() {
        supervisor.launch(part("sleep", "300"));
        var first = supervisor.processes().get("sleep");
        ProcessHandle.of(first).orElseThrow().destroyForcibly();
        await().until(() -> !supervisor.processes().get("sleep").equals(first));
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("sleep", folder.resolve("sleep.log").toString());
    }

    @Test
    void givesUpAPartThatDiesAgainAndAgain() {
        supervisor.launch(part("false"));
        assertThat(supervisor.failure().orTimeout(20, TimeUnit.SECONDS).join())
                .contains("false ended 4 times", "false.log");
    }

    @Test
    void leavesDownWhatWasMeantToDie() {
        supervisor.launch(part("sleep", "300"));
        var first = supervisor.processes().get("sleep");
        supervisor.kill("sleep");
        assertThat(ProcessHandle.of(first).filter(ProcessHandle::isAlive)).isEmpty();
        await().during(Duration.ofMillis(300)).until(() -> said.size() == 0);
        supervisor.launch(supervisor.part("sleep"));
        assertThat(supervisor.processes().get("sleep")).isNotEqualTo(first);
    }

    @Test
    void startsNothingWhileStopping() {
        supervisor.stopAll();
        assertThatThrownBy(() -> supervisor.launch(part("sleep", "300"))).hasMessageContaining("Stopping");
    }

    @Test
    void stopsWhatAKilledLauncherLeftBehind() {
        supervisor.launch(part("sleep", "300"));
        var left = ProcessHandle.of(supervisor.processes().get("sleep")).orElseThrow();
        supervisor.part("sleep");
        // As the next launcher would: it knows nothing but the files.
        assertThat(new ProcessFiles(folder.resolve("pids")).stopLeftovers()).containsExactly("sleep");
        await().until(() ->
                !left.isAlive() || !left.equals(ProcessHandle.of(left.pid()).orElse(null)));
    }

    @Test
    void sparesAnotherProcessThatGotTheNumber() throws Exception {
        var stranger = new ProcessBuilder("sleep", "300").start();
        Files.writeString(folder.resolve("pids/gateway"), stranger.pid() + " 12345");
        assertThat(files.stopLeftovers()).isEmpty();
        assertThat(stranger.isAlive()).isTrue();
        stranger.destroyForcibly();
    }

    private Part part(String... command) {
        var log = folder.resolve(command[0] + ".log");
        var holder = new ChildProcess[1];
        return new Part(
                command[0],
                log,
                () -> holder[0] = ChildProcess.start(List.of(command), Map.of(), log),
                () -> {},
                () -> holder[0].kill(),
                () -> holder[0].stop("TERM", Duration.ofSeconds(5)));
    }
}
