package cn.yuanlin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * What is dear to make and the same for every home of one user: unpacked PostgreSQL, built Keycloak, initialised
 * clusters. Lives in {@code $YUANLIN_CACHE}, else {@code $XDG_CACHE_HOME/yuanlin}, else {@code ~/.cache/yuanlin}; may
 * be deleted whenever nothing runs. An entry's name says everything it depends on.
 */
final class Cache {
    /** Fills a folder that nobody else sees yet. */
    interface Maker {
        void make(Path folder) throws IOException;
    }

    private Cache() {}

    static Path folder() {
        var said = System.getenv("YUANLIN_CACHE");
        if (said != null && !said.isBlank()) {
            return Folders.makePrivate(Path.of(said).toAbsolutePath());
        }
        var xdg = System.getenv("XDG_CACHE_HOME");
        var parent = xdg != null && !xdg.isBlank() ? Path.of(xdg) : Path.of(System.getProperty("user.home"), ".cache");
        return Folders.makePrivate(parent.resolve("yuanlin"));
    }

    static boolean has(String name) {
        return Files.isDirectory(folder().resolve(name));
    }

    /** Returns the entry, making it first if need be; processes that want the same one wait for each other. */
    static Path entry(String name, Maker maker) {
        var entry = folder().resolve(name);
        if (Files.isDirectory(entry)) {
            return entry;
        }
        synchronized (Cache.class) {
            try (var lock = FileChannel.open(
                    folder().resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                lock.lock();
                if (!Files.isDirectory(entry)) {
                    // Renamed only when complete: a kill in between leaves nothing that looks finished.
                    var unfinished = folder().resolve(name + ".unfinished");
                    Folders.delete(unfinished);
                    Folders.makePrivate(unfinished);
                    maker.make(unfinished);
                    Files.move(unfinished, entry, StandardCopyOption.ATOMIC_MOVE);
                }
                return entry;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
