package cn.yuanlin.local;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a platform is started with.
 *
 * @param root the checkout
 * @param home where its data, secrets, logs and process numbers live
 * @param basePort of all ports, see {@link PortPlan}; 0 takes free ones
 * @param cells how many at least; 0 takes as many as the home already has, or one
 * @param fresh forgets what the home holds first
 * @param demo loads the demo
 * @param restart starts a part again that died by itself, a few times
 * @param environment variables for all services, in place of what the launcher would say
 */
public record Settings(
        Path root,
        Path home,
        int basePort,
        int cells,
        boolean fresh,
        boolean demo,
        boolean restart,
        Map<String, String> environment) {
    public Settings(Path root, Path home, int basePort, int cells, boolean fresh, boolean demo, boolean restart) {
        this(root, home, basePort, cells, fresh, demo, restart, Map.of());
    }

    /** For tests: free ports, no demo, and what a test kills stays dead until the test starts it. */
    public static Settings forTests(Path home, int cells) {
        return new Settings(Repository.root(), home, 0, cells, false, false, false);
    }

    boolean isForTests() {
        return basePort == 0;
    }

    public Settings withDemo() {
        return new Settings(root, home, basePort, cells, fresh, true, restart, environment);
    }

    /** Forgets what the home holds first. */
    public Settings emptied() {
        return new Settings(root, home, basePort, cells, true, demo, restart, environment);
    }

    /** Tells all services this, too. */
    public Settings with(Map<String, String> more) {
        return new Settings(root, home, basePort, cells, fresh, demo, restart, Map.copyOf(more));
    }
}
