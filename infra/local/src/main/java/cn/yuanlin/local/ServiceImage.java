package cn.yuanlin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A service's fat jar, taken apart, with a JDK 25 ahead-of-time cache beside it: starts in half the time. Kept below
 * {@code target/run} of the checkout, named by the jar's content.
 */
record ServiceImage(String service, Path folder) {
    private static final Duration TRAINING = Duration.ofMinutes(5);
    private static final List<String> JVM = List.of(
            "-Xms48m",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:MaxMetaspaceSize=200m",
            "-XX:ReservedCodeCacheSize=96m",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "-Duser.timezone=UTC");

    /** @throws LocalException if the service was not built */
    static ServiceImage of(Path root, String service) {
        var jar = root.resolve(service + "/target/" + service + "-0.1.0-SNAPSHOT.jar");
        if (!Files.exists(jar)) {
            throw new LocalException(jar + " is missing: build it (./run does, without --no-build)");
        }
        var name = service + "-" + ContentHash.of(List.of(jar));
        var folder = root.resolve("target/run/" + name);
        if (!Files.isDirectory(folder)) {
            var unfinished = root.resolve(
                    "target/run/" + name + "." + ProcessHandle.current().pid());
            Folders.delete(unfinished);
            Commands.run(
                    Java.executable(),
                    "-Djarmode=tools",
                    "-jar",
                    jar.toString(),
                    "extract",
                    "--destination",
                    unfinished.toString());
            Folders.move(unfinished, folder);
            forgetOlder(folder, service);
        }
        return new ServiceImage(service, folder);
    }

    /** A running platform may still use the one before; nobody uses those before that. */
    static void forgetOlder(Path newest, String service) {
        try (var folders = Files.list(newest.resolveSibling(""))) {
            folders.filter(folder -> folder.getFileName().toString().matches(service + "-[0-9a-f]{12}"))
                    .sorted((a, b) ->
                            Long.compare(b.toFile().lastModified(), a.toFile().lastModified()))
                    .skip(2)
                    .forEach(Folders::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path jar() {
        return folder.resolve(service + "-0.1.0-SNAPSHOT.jar");
    }

    private Path cache() {
        return folder.resolve("app.aot");
    }

    boolean hasCache() {
        return Files.exists(cache());
    }

    List<String> command() {
        var line = new ArrayList<String>();
        line.add(Java.executable());
        line.addAll(JVM);
        if (hasCache()) {
            line.add("-XX:AOTCache=" + cache());
        }
        line.addAll(List.of("-jar", jar().toString()));
        return line;
    }

    /** Starts the service once, up to the point where it would open its port, and keeps what the JVM learned. */
    boolean train(Map<String, String> environment, Path log) {
        var unfinished = folder.resolve("unfinished.aot");
        var line = new ArrayList<String>();
        line.add(Java.executable());
        line.addAll(JVM);
        line.addAll(List.of(
                "-XX:AOTCacheOutput=" + unfinished, "-Dspring.context.exit=onRefresh", "-jar", jar().toString()));
        var process = ChildProcess.start(line, environment, log);
        try {
            Waiting.until(TRAINING, "the training run of " + service, () -> !process.isAlive());
        } catch (LocalException e) {
            // Too slow a machine; the service starts without a cache too.
            process.kill();
            return false;
        }
        if (!Files.exists(unfinished)) {
            return false;
        }
        Folders.move(unfinished, cache());
        return true;
    }
}
