package cn.yuanlin.local;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds the checkout that this program belongs to. */
final class Repository {
    private Repository() {}

    /**
     * The top folder: system property {@code yuanlin.root}, else the nearest folder above the working directory that
     * holds {@code infra/local}.
     *
     * @throws LocalException if there is none
     */
    static Path root() {
        var said = System.getProperty("yuanlin.root");
        if (said != null) {
            return Path.of(said).toAbsolutePath().normalize();
        }
        @Nullable Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            if (Files.isDirectory(folder.resolve("infra/local"))) {
                return folder;
            }
            folder = folder.getParent();
        }
        throw new LocalException("Start this inside the Yuanlin checkout, or set -Dyuanlin.root");
    }
}
