package cn.yuanlin.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * Starts parts, keeps their process files, and minds them: a part that dies by itself is named with its log, and
 * started again up to three times; then the platform gives up, since something is wrong that a restart won't mend.
 */
final class Supervisor {
    private static final int RESTARTS = 3;
    private static final Duration HELPERS = Duration.ofSeconds(5);

    private final ProcessFiles files;
    private final Progress progress;
    private final boolean restart;
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Map<String, Integer> restarts = new LinkedHashMap<>();
    private final Map<String, Long> pids = new TreeMap<>();
    private final Set<String> meantToBeDown = new HashSet<>();
    private final CompletableFuture<String> failure = new CompletableFuture<>();
    private volatile Runnable afterRestart = () -> {};
    private boolean stopping;

    Supervisor(ProcessFiles files, Progress progress, boolean restart) {
        this.files = files;
        this.progress = progress;
        this.restart = restart;
    }

    /** Starts it and returns at once. */
    synchronized void launch(Part part) {
        if (stopping) {
            throw new LocalException("Stopping: " + part.name() + " is not started any more");
        }
        parts.put(part.name(), part);
        meantToBeDown.remove(part.name());
        var process = part.launch().get();
        files.write(part.name(), process.pid());
        pids.put(part.name(), process.pid());
        process.onExit().thenRun(() -> ended(part, process));
    }

    /** What to do whenever a part that died runs again, under another process number. */
    void afterRestart(Runnable action) {
        afterRestart = action;
    }

    /** Completes with a line that says why, when the platform must give up. */
    CompletableFuture<String> failure() {
        return failure;
    }

    synchronized Map<String, Long> processes() {
        return Map.copyOf(pids);
    }

    /** SIGKILL, meant: nobody starts it again but {@link #launch}. */
    void kill(String name) {
        part(name, true).kill().run();
    }

    /** Asks it to end, meant. */
    void stop(String name) {
        part(name, true).stop().run();
    }

    Part part(String name) {
        return part(name, false);
    }

    private synchronized Part part(String name, boolean down) {
        var part = parts.get(name);
        if (part == null) {
            throw new IllegalArgumentException("No such part: " + name + "; there are " + parts.keySet());
        }
        if (down) {
            meantToBeDown.add(name);
        }
        return part;
    }

    private void ended(Part part, ChildProcess process) {
        synchronized (this) {
            if (stopping || meantToBeDown.contains(part.name())) {
                return;
            }
        }
        progress.say(part.name() + " (process " + process.pid() + ") ended by itself; its log is " + part.log());
        if (!restart) {
            return;
        }
        var count = restarts.merge(part.name(), 1, Integer::sum);
        if (count > RESTARTS) {
            failure.complete(part.name() + " ended " + count + " times; giving up. Its log is " + part.log());
            return;
        }
        Thread.ofVirtual().start(() -> startAgain(part, count));
    }

    private void startAgain(Part part, int count) {
        try {
            launch(part);
            part.awaitReady().run();
            afterRestart.run();
            progress.say(part.name() + " runs again (restart " + count + " of " + RESTARTS + ")");
        } catch (LocalException e) {
            // If it died once more, that has been noticed already; only a part that hangs is given up here.
            progress.say(String.valueOf(e.getMessage()));
        }
    }

    /** Stops everything, those that depend on others first, and then whatever helper still runs. */
    void stopAll() {
        List<Part> running;
        synchronized (this) {
            stopping = true;
            running = new ArrayList<>(parts.values());
        }
        running.stream().filter(part -> part.name().equals("gateway")).forEach(this::stopPart);
        running.parallelStream().filter(Supervisor::isService).forEach(this::stopPart);
        running.stream().filter(part -> part.name().equals("keycloak")).forEach(this::stopPart);
        running.stream().filter(part -> part.name().equals("postgres")).forEach(this::stopPart);
    }

    /**
     * Ends helper programs that a break-off left, e.g. Keycloak's build: whatever this program ever started. For the end of the
     * program, not of a platform, since a test may have several.
     */
    static void stopHelpers() {
        var helpers = ProcessHandle.current().descendants().toList();
        helpers.forEach(ProcessHandle::destroyForcibly);
        Waiting.until(HELPERS, "helpers to end", () -> helpers.stream().noneMatch(ProcessHandle::isAlive));
    }

    private static boolean isService(Part part) {
        return !Set.of("gateway", "keycloak", "postgres").contains(part.name());
    }

    private void stopPart(Part part) {
        part.stop().run();
        files.delete(part.name());
    }
}
