package cn.yuanlin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The versions of PostgreSQL and Keycloak that the build pinned. */
final class Versions {
    private static final Properties PINNED = load();

    private Versions() {}

    static String postgres() {
        return PINNED.getProperty("postgres");
    }

    static String keycloak() {
        return PINNED.getProperty("keycloak");
    }

    private static Properties load() {
        try (var in = Objects.requireNonNull(Versions.class.getResourceAsStream("versions.properties"))) {
            var properties = new Properties();
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
