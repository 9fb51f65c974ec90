package cn.yuanlin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Short-lived helper programs. */
final class Commands {
    private Commands() {}

    /** @throws LocalException with the program's last words if it fails */
    static void run(String... command) {
        run(List.of(command), Map.of(), Path.of("/"));
    }

    static void run(List<String> command, Map<String, String> environment, Path folder) {
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true).directory(folder.toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            process.getOutputStream().close();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new LocalException(command.getFirst() + " failed: " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalException("Interrupted while waiting for " + command.getFirst(), e);
        }
    }

    static boolean succeeds(String... command) {
        try {
            run(command);
            return true;
        } catch (LocalException | UncheckedIOException e) {
            return false;
        }
    }
}
