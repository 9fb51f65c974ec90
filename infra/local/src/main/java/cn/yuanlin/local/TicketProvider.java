package cn.yuanlin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * Our authenticator as Keycloak wants it: a jar among its providers. Packed from the classes of the module
 * {@code infra/keycloak/ticket}, so that tests need no packaged module.
 */
final class TicketProvider {
    private static final String JAR = "yuanlin-ticket.jar";

    private TicketProvider() {}

    /** Changes with every change of the authenticator. */
    static String contentHash() {
        return ContentHash.of(files());
    }

    static void packInto(Path providers) throws IOException {
        try (var jar = new JarOutputStream(Files.newOutputStream(providers.resolve(JAR)))) {
            for (var file : files()) {
                jar.putNextEntry(new JarEntry(classes().relativize(file).toString()));
                Files.copy(file, jar);
                jar.closeEntry();
            }
        }
    }

    private static List<Path> files() {
        if (!Files.isDirectory(classes())) {
            throw new LocalException(
                    "Keycloak's ticket authenticator is missing: build the module infra/keycloak/ticket");
        }
        try (var found = Files.walk(classes())) {
            return found.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path classes() {
        return Repository.root().resolve("infra/keycloak/ticket/target/classes");
    }
}
