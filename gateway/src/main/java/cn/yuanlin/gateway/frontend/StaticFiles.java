package cn.yuanlin.gateway.frontend;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** The files of one front end. Nothing outside its directory is ever found, by whatever path or link. */
final class StaticFiles {
    private final Path root;

    StaticFiles(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /**
     * The regular file at a path of the address.
     *
     * @param encoded below the front end's own path, without a leading slash, percent-encoded as it came
     */
    Optional<Path> find(String encoded) {
        try {
            // A plus is a plus in a path, only in a query it is a space.
            var relative = URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
            if (relative.isEmpty() || relative.startsWith("/") || relative.contains("\\") || hidden(relative)) {
                return Optional.empty();
            }
            return inside(root.resolve(relative).normalize());
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** The file written beside another at build time, compressed: {@code app.js.br} beside {@code app.js}. */
    Optional<Path> beside(Path file, String suffix) {
        return inside(file.resolveSibling(file.getFileName() + suffix));
    }

    private Optional<Path> inside(Path file) {
        try {
            if (!file.startsWith(root) || !Files.isRegularFile(file)) {
                return Optional.empty();
            }
            // Links are followed for the check, so one that leads out leads nowhere.
            var real = file.toRealPath();
            return real.startsWith(root.toRealPath()) && Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)
                    ? Optional.of(file)
                    : Optional.empty();
        } catch (IOException | InvalidPathException gone) {
            return Optional.empty();
        }
    }

    private static boolean hidden(String relative) {
        return relative.startsWith(".") || relative.contains("/.");
    }
}
