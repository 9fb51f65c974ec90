package cn.yuanlin.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * One process of the platform, whatever it is.
 *
 * @param launch starts it and returns at once
 * @param awaitReady returns when it answers
 * @param stop asks it to end and returns when it has
 */
record Part(String name, Path log, Supplier<ChildProcess> launch, Runnable awaitReady, Runnable kill, Runnable stop) {
    private static final Duration STOP = Duration.ofSeconds(20);

    static Part of(PostgresServer server) {
        return of("postgres", server.program(), server::close);
    }

    static Part of(KeycloakServer server) {
        return of("keycloak", server.program(), server::close);
    }

    static Part of(WechatServer server) {
        return of("wechat", server.program(), server::stop);
    }

    static Part of(ServiceProcess service) {
        var program = service.process();
        return of(service.name(), program, () -> program.stop("TERM", STOP));
    }

    private static Part of(String name, Program program, Runnable stop) {
        return new Part(name, program.log(), program::launch, program::awaitReady, program::kill, stop);
    }
}
