package cn.yuanlin.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/** Makes what the next release of platform-api would be: the same program with one change set more. */
final class NextRelease {
    static final String AUTHOR = "bench";
    private static final String JAR = "platform-api-0.1.0-SNAPSHOT.jar";

    private NextRelease() {}

    /** What change set {@code number} adds to table product. */
    static String column(int number) {
        return "bench_" + number;
    }

    /** @return a folder of the same shape as {@code program} */
    static Path of(Path program, int number, Path target) {
        var changeSet = "db/estate/bench-" + number + ".sql";
        try {
            copy(program, target);
            try (var jar = FileSystems.newFileSystem(
                    URI.create("jar:" + target.resolve(JAR).toUri()), Map.of())) {
                Files.writeString(jar.getPath(changeSet), """
                        --liquibase formatted sql

                        --changeset %1$s:%2$d
                        alter table product add column %3$s text;
                        --rollback alter table product drop column %3$s;
                        """.formatted(AUTHOR, number, column(number)));
                Files.writeString(
                        jar.getPath("db/estate/changelog.yaml"),
                        "\n  - include: {file: " + changeSet + "}\n",
                        StandardOpenOption.APPEND);
            }
            return target;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                // The start-up cache belongs to the old program.
                if (file.toString().endsWith(".aot")) continue;
                var copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.resolveSibling(""));
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
