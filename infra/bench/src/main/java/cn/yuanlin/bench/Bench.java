package cn.yuanlin.bench;

import cn.yuanlin.local.Platform;
import cn.yuanlin.local.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * {@code bench [startup] [provisioning] [rollout] [--quick]}: measures what is named, or all of it, on a platform of its
 * own, and prints tables. {@code --quick} takes a tenth of everything, to see that it runs.
 */
public final class Bench {
    private Bench() {}

    public static void main(String[] args) throws IOException {
        var asked = Arrays.stream(args)
                .filter(argument -> !argument.startsWith("--"))
                .toList();
        var share = List.of(args).contains("--quick") ? 10 : 1;
        var root = Path.of(System.getProperty("yuanlin.root", "."))
                .toAbsolutePath()
                .normalize();
        var home = Files.createTempDirectory("yuanlin-bench");
        if (asks(asked, "rollout")) Rollout.run(500 / share, System.out);
        if (!asks(asked, "startup") && !asks(asked, "provisioning")) return;
        try (var platform = Platform.start(Settings.forTests(home, 2))) {
            if (asks(asked, "startup")) StartUp.run(platform, 500 / share, 7, System.out);
            if (asks(asked, "provisioning")) Provisioning.run(platform, root, 100 / share, 4, System.out);
        }
    }

    private static boolean asks(List<String> asked, String name) {
        return asked.isEmpty() || asked.contains(name);
    }
}
