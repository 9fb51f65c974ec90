package cn.yuanlin.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./run} as a person uses it, on what the build has just made. */
class RunCommandTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    @TempDir
    private Path home;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void stop() {
        started.forEach(Process::destroy);
        await().atMost(Duration.ofSeconds(90)).until(() -> started.stream().noneMatch(Process::isAlive));
    }

    @Test
    void comesUpTellsScriptsAndLeavesNothingBehind() throws Exception {
        var base = basePort();
        var first = run("--base-port", Integer.toString(base));
        await().atMost(Duration.ofMinutes(8))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    assertThat(first.isAlive()).as(said("first")).isTrue();
                    return Files.exists(home.resolve("platform.json"));
                });
        var platform = JsonMapper.shared().readTree(Files.readString(home.resolve("platform.json")));
        assertThat(platform.get("gateway").asString()).isEqualTo("http://127.0.0.1:" + base);
        assertThat(platform.at("/accounts/0/username").asString()).isEqualTo("platform-admin");
        for (var metrics : platform.get("prometheus")) {
            assertThat(get(metrics.asString())).contains("jvm_memory_used_bytes");
        }

        var wechat = platform.get("wechat").asString();
        assertThat(wechat).isEqualTo("http://127.0.0.1:" + (base + 3));
        post(wechat + "/sms", "{\"phone\":\"13800000001\",\"text\":\"code 246810\"}");
        await().until(() -> said("first").contains("SMS to 138****0001: code 246810"));

        var second = run("--base-port", Integer.toString(base));
        assertThat(second.waitFor()).isEqualTo(2);
        assertThat(said("second")).contains("already runs");

        var parts = pids(platform);
        assertThat(parts).hasSize(6).allMatch(ProcessHandle::isAlive);
        // The launcher is shot; its parts go on, and the next start clears them away.
        first.destroyForcibly().waitFor();
        assertThat(parts).allMatch(ProcessHandle::isAlive);
        Files.delete(home.resolve("platform.json"));
        var third = run("--base-port", Integer.toString(base));
        await().atMost(Duration.ofMinutes(8))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    assertThat(third.isAlive()).as(said("third")).isTrue();
                    return Files.exists(home.resolve("platform.json"));
                });
        assertThat(said("third")).contains("Stopped what an earlier run left behind");
        assertThat(parts).noneMatch(ProcessHandle::isAlive);

        var lastParts = pids(JsonMapper.shared().readTree(Files.readString(home.resolve("platform.json"))));
        third.destroy();
        third.waitFor();
        assertThat(lastParts).noneMatch(ProcessHandle::isAlive);
        assertThat(home.resolve("platform.json")).doesNotExist();
    }

    @Test
    void namesATakenPort() throws Exception {
        var base = basePort();
        try (var taken = new ServerSocket(base + 1, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(run("--base-port", Integer.toString(base)).waitFor()).isEqualTo(2);
            assertThat(said("first").lines().toList().getLast())
                    .contains("Port " + taken.getLocalPort() + " (tenant-admin) is taken");
        }
    }

    private Process run(String... options) throws IOException {
        var line = new ArrayList<>(
                List.of(ROOT.resolve("run").toString(), "--no-build", "--no-demo", "--home", home.toString()));
        line.addAll(List.of(options));
        var name = List.of("first", "second", "third").get(started.size());
        var process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve(name + ".txt").toFile())
                .start();
        started.add(process);
        return process;
    }

    private String said(String name) throws IOException {
        return Files.readString(home.resolve(name + ".txt"), StandardCharsets.UTF_8);
    }

    /** A base whose ports were free a moment ago, below those that the system hands out. */
    private static int basePort() {
        return ThreadLocalRandom.current().nextInt(120, 300) * 100;
    }

    private static List<ProcessHandle> pids(JsonNode platform) {
        return platform.get("pids")
                .valueStream()
                .map(pid -> ProcessHandle.of(pid.asLong()).orElseThrow())
                .toList();
    }

    private static String get(String address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address)).build());
    }

    private static void post(String address, String body) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(URI.create(address))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static String send(HttpRequest request) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
