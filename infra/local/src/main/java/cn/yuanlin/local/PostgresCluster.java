package cn.yuanlin.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/**
 * A folder with a PostgreSQL cluster in {@code postgres} and the generated passwords that fit it in {@code secrets}. Made
 * once and copied, which is faster than {@code initdb} and much faster than a Keycloak's first start.
 */
record PostgresCluster(Path folder) {
    static final String SUPERUSER_SECRET = "postgres";

    Path data() {
        return folder.resolve("postgres");
    }

    Secrets secrets() {
        return new Secrets(folder.resolve("secrets"));
    }

    /** An empty cluster out of the cache. */
    static PostgresCluster template() {
        return new PostgresCluster(Cache.entry("postgres-cluster-" + Versions.postgres(), PostgresCluster::initialise));
    }

    /** Copies this one, which must not be running, into a folder that has none yet. */
    PostgresCluster copyTo(Path target) {
        var copy = new PostgresCluster(Folders.makePrivate(target));
        var unfinished = target.resolve("unfinished");
        Folders.delete(unfinished);
        Folders.copy(folder, unfinished);
        // The cluster last: where it stands, its passwords stand too, whenever this is killed.
        Folders.delete(target.resolve("secrets"));
        Folders.move(unfinished.resolve("secrets"), target.resolve("secrets"));
        Folders.move(unfinished.resolve("postgres"), copy.data());
        Folders.delete(unfinished);
        return copy;
    }

    boolean exists() {
        return Files.isDirectory(data());
    }

    private static void initialise(Path folder) throws IOException {
        var cluster = new PostgresCluster(folder);
        var password = Files.createTempFile(
                folder,
                "password",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(password, cluster.secrets().get(SUPERUSER_SECRET));
        // The built-in locale sorts by code point, alike on every machine and whatever its C library.
        var arguments = List.of(
                "--pgdata=" + cluster.data(),
                "--username=" + PostgresServer.SUPERUSER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--data-checksums",
                "--no-sync");
        Commands.run(PostgresBinaries.command("initdb", arguments), Map.of("LC_ALL", "C"), folder);
        Files.delete(password);
    }
}
