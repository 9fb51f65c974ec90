package cn.yuanlin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * What the parts say, one file each in one folder. What was said before the last start, or before a file grew too
 * large, is kept beside it as {@code .1}; older words go.
 *
 * @param mostBytes size from which a file is put aside
 */
record Logs(Path folder, long mostBytes) {
    private static final String BEFORE = ".1";

    Path of(String part) {
        return folder.resolve(part + ".log");
    }

    /** Puts every file aside. Only while nothing writes. */
    void startAnew() {
        for (var log : all()) {
            try {
                Files.move(log, aside(log), StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Puts aside what is too large, while it is being written: programs hold their file open and append to it, so it is
     * copied and emptied. A line written in between is lost.
     */
    void limit() {
        for (var log : all()) {
            try {
                if (Files.size(log) > mostBytes) {
                    Files.copy(log, aside(log), StandardCopyOption.REPLACE_EXISTING);
                    FileChannel.open(log, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
                            .close();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private List<Path> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".log")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path aside(Path log) {
        return log.resolveSibling(log.getFileName() + BEFORE);
    }
}
