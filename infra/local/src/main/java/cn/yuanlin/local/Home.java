package cn.yuanlin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The folder in which one platform keeps everything: {@code .run}. One launcher at a time. */
final class Home implements AutoCloseable {
    private static final List<String> CONTENT = List.of(
            "postgres",
            "secrets",
            "keys",
            "archive",
            "logs",
            "unfinished",
            "demo.json",
            "residents.json",
            "routes.json",
            "realm",
            "cells",
            "configured");

    private static final long LARGEST_LOG = 64L << 20;

    private final Path folder;
    private final FileChannel lock;

    private Home(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** @throws LocalException if another launcher uses it */
    static Home open(Path folder) {
        Folders.makePrivate(folder);
        var holder = folder.resolve("launcher.pid");
        try {
            var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                var pid = Files.exists(holder) ? Files.readString(holder, StandardCharsets.UTF_8) : "?";
                channel.close();
                throw new LocalException("Yuanlin already runs on " + folder + " (process " + pid
                        + "): stop that one first, or give this one another --home and --base-port");
            }
            Files.writeString(holder, Long.toString(ProcessHandle.current().pid()));
            forgetPlatformFile(folder);
            return new Home(folder, channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    Path log(String part) {
        return logs().of(part);
    }

    Logs logs() {
        return new Logs(folder.resolve("logs"), LARGEST_LOG);
    }

    PostgresCluster cluster() {
        return new PostgresCluster(folder);
    }

    Secrets secrets() {
        return new Secrets(folder.resolve("secrets"));
    }

    ProcessFiles processes() {
        return new ProcessFiles(folder.resolve("pids"));
    }

    /** Forgets all data, keys and passwords. Only while nothing runs. */
    void empty() {
        CONTENT.forEach(name -> Folders.delete(folder.resolve(name)));
    }

    @Nullable
    String note(String name) {
        try {
            var file = folder.resolve(name);
            return Files.exists(file) ? Files.readString(file) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void note(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who waits for the file must not take what an earlier run left for what is running. */
    private static void forgetPlatformFile(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(PlatformFile.NAME));
    }

    @Override
    public void close() {
        try {
            forgetPlatformFile(folder);
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
