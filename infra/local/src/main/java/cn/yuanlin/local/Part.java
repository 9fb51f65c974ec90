package cn.yuanlin.local;

import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * One process of the platform, whatever it is.
 *
 * @param launch starts it and returns at once
 * @param awaitReady returns when it answers
 * @param stop asks it to end and returns when it has
 */
record Part(String name, Path log, Supplier<ChildProcess> launch, Runnable awaitReady, Runnable kill, Runnable stop) {
    static Part of(PostgresServer server) {
        return new Part("postgres", server.log(), server::launch, server::awaitReady, server::kill, server::close);
    }

    static Part of(KeycloakServer server) {
        return new Part("keycloak", server.log(), server::launch, server::awaitReady, server::kill, server::close);
    }

    static Part of(ServiceProcess service) {
        return new Part(
                service.name(), service.log(), service::launch, service::awaitReady, service::kill, service::stop);
    }
}
