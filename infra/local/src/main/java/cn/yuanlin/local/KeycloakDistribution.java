package cn.yuanlin.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keycloak's real distribution with our ticket authenticator in it, unpacked and built for PostgreSQL once. */
final class KeycloakDistribution {
    /** Changes what {@code kc.sh build} bakes in, so it names the cache entry. */
    private static final List<String> BUILD = List.of("build", "--db=postgres");

    private KeycloakDistribution() {}

    /** The folder in the archive. */
    private static String name() {
        return "keycloak-" + Versions.keycloak();
    }

    private static String entry() {
        return name() + "-" + TicketProvider.contentHash();
    }

    static Path folder() {
        return Cache.entry(entry(), KeycloakDistribution::unpackAndBuild).resolve(name());
    }

    static boolean isBuilt() {
        return Cache.has(entry());
    }

    private static void unpackAndBuild(Path folder) throws IOException {
        var archive = Repository.root()
                .resolve("infra/local/target/keycloak/keycloak-quarkus-dist-" + Versions.keycloak() + ".tar.gz");
        if (!Files.exists(archive)) {
            throw new LocalException(
                    "Keycloak's distribution is missing: build the module infra/local, which fetches it");
        }
        try (var in = Files.newInputStream(archive)) {
            Archive.unpackGzip(in, folder);
        }
        TicketProvider.packInto(folder.resolve(name()).resolve("providers"));
        Commands.run(command(folder.resolve(name()), BUILD), Map.of(), folder);
    }

    /** The command line of {@code kc.sh}, without the shell in between, which would outlive or orphan the JVM. */
    static List<String> command(List<String> arguments) {
        return command(folder(), arguments);
    }

    private static List<String> command(Path home, List<String> arguments) {
        var line = new ArrayList<>(List.of(
                Java.executable(),
                "-Xms64m",
                "-Xmx320m",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+UseSerialGC",
                // Its hot paths are few; what counts here is the start.
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US"));
        for (var opened : List.of("java.util", "java.util.concurrent", "java.security", "java.lang")) {
            line.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        line.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        line.addAll(arguments);
        return line;
    }
}
