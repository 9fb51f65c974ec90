package cn.yuanlin.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The unpacked PostgreSQL distribution, and the way to run its programs, which refuse to run as root. */
final class PostgresBinaries {
    private PostgresBinaries() {}

    static Path folder() {
        return Cache.entry("postgresql-" + Versions.postgres(), PostgresBinaries::unpack);
    }

    private static void unpack(Path folder) throws IOException {
        var arm = System.getProperty("os.arch").equals("aarch64");
        var archive = "/postgres-linux-" + (arm ? "arm_64" : "x86_64") + ".txz";
        try (var in = PostgresBinaries.class.getResourceAsStream(archive)) {
            if (in == null) {
                throw new LocalException("No PostgreSQL for this machine: " + archive + " is not on the class path");
            }
            Archive.unpackXz(in, folder);
        }
    }

    /**
     * The command line of one of its programs. Root goes through a user namespace, in which it is somebody else.
     *
     * @throws LocalException if this is root and namespaces are forbidden
     */
    static List<String> command(String program, List<String> arguments) {
        var line = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            if (!Commands.succeeds("unshare", "-U", "true")) {
                throw new LocalException("PostgreSQL refuses to run as root, and this box forbids user namespaces: "
                        + "run this as another user");
            }
            line.add("unshare");
            line.add("-U");
        }
        line.add(folder().resolve("bin/" + program).toString());
        line.addAll(arguments);
        return line;
    }
}
