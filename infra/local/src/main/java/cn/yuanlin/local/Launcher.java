package cn.yuanlin.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The program behind {@code ./run}. */
public final class Launcher {
    private static final int FAILED = 1;
    private static final int COULD_NOT_START = 2;
    private static final double MIB = 1024 * 1024;

    private Launcher() {}

    public static void main(String[] args) {
        var started = Long.getLong("yuanlin.started", System.currentTimeMillis());
        var progress = new Progress(System.out, started);
        try {
            System.exit(run(List.of(args), progress));
        } catch (LocalException | RefusedException e) {
            System.err.println("run: " + e.getMessage());
            System.exit(COULD_NOT_START);
        }
    }

    private static int run(List<String> arguments, Progress progress) {
        if (arguments.contains("--help")) {
            progress.print(Options.HELP);
            return 0;
        }
        var settings = Options.parse(arguments, Repository.root(), Path.of("").toAbsolutePath());
        var platform = new Platform(settings, progress);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(platform, progress), "stop"));
        platform.start();
        var accounts = new ArrayList<Account>();
        accounts.add(new Account("platform-admin", platform.keycloak().platformAdminPassword(), "platform-admin", ""));
        progress.say("All parts are ready");
        if (settings.demo()) {
            accounts.addAll(demo(platform, progress));
        }
        PlatformFile.write(platform, accounts);
        platform.afterRestart(() -> PlatformFile.write(platform, accounts));
        progress.print(Guide.of(platform, settings, accounts));
        progress.say(String.format(
                Locale.ROOT, "Ready, with %.0f MiB of memory in all", Memory.ofThisAndDescendants() / MIB));
        var why = platform.failure().join();
        System.err.println("run: " + why);
        return FAILED;
    }

    /** A demo that can't be loaded is no reason to stop a platform that works; the next start goes on with it. */
    private static List<Account> demo(Platform platform, Progress progress) {
        try {
            return platform.loadDemo();
        } catch (LocalException | RefusedException e) {
            progress.say("The demo is not complete: " + e.getMessage());
            return List.of();
        }
    }

    private static void stop(Platform platform, Progress progress) {
        if (platform.processes().isEmpty()) {
            // Nothing was started; what is said last must be why.
            platform.close();
            Supervisor.stopHelpers();
            return;
        }
        progress.say("Stopping");
        platform.close();
        Supervisor.stopHelpers();
        progress.say("Stopped");
    }
}
