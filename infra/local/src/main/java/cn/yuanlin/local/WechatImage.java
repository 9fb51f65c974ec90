package cn.yuanlin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The built simulator of WeChat, copied below {@code target/run} of the checkout and named by its content: a later
 * build must not pull the jars from under one that runs.
 */
record WechatImage(Path folder) {
    private static final String NAME = "wechat-simulator";
    private static final String MAIN = "cn.yuanlin.wechat.WechatSimulator";
    private static final List<String> JVM = List.of(
            "-Xms16m",
            "-Xmx96m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-Duser.timezone=UTC",
            // An answer is written in two parts; the second must not wait for the client to confirm the first.
            "-Dsun.net.httpserver.nodelay=true");

    /** @throws LocalException if it was not built */
    static WechatImage of(Path root) {
        var built = root.resolve("infra/" + NAME + "/target");
        var jar = built.resolve(NAME + "-0.1.0-SNAPSHOT.jar");
        if (!Files.exists(jar)) {
            throw new LocalException(jar + " is missing: build it (./run does, without --no-build)");
        }
        var jars = new ArrayList<>(libraries(built.resolve("lib")));
        jars.add(jar);
        var name = NAME + "-" + ContentHash.of(jars);
        var folder = root.resolve("target/run/" + name);
        if (!Files.isDirectory(folder)) {
            copy(jars, folder);
            ServiceImage.forgetOlder(folder, NAME);
        }
        return new WechatImage(folder);
    }

    private static List<Path> libraries(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(List<Path> jars, Path folder) {
        try {
            var unfinished = folder.resolveSibling(
                    folder.getFileName() + "." + ProcessHandle.current().pid());
            Folders.delete(unfinished);
            Files.createDirectories(unfinished);
            for (var jar : jars) {
                Files.copy(jar, unfinished.resolve(jar.getFileName()));
            }
            Folders.move(unfinished, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> command() {
        var line = new ArrayList<String>();
        line.add(Java.executable());
        line.addAll(JVM);
        line.addAll(List.of("-cp", folder + "/*", MAIN));
        return line;
    }
}
