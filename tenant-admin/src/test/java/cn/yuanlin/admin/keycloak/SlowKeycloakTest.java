package cn.yuanlin.admin.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yuanlin.admin.shared.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A Keycloak that takes calls and never answers. */
class SlowKeycloakTest {
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private ServerSocket silent;
    private KeycloakSettings settings;

    @BeforeEach
    void listen() throws IOException {
        silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        settings = new KeycloakSettings(
                URI.create("http://127.0.0.1:" + silent.getLocalPort()),
                "yuanlin",
                "tenant-admin",
                "secret",
                PATIENCE,
                PATIENCE);
    }

    @AfterEach
    void hangUp() throws IOException {
        silent.close();
    }

    @Test
    void isGivenUpOnInTime() {
        var configuration = new KeycloakConfiguration();
        try (var transport = configuration.keycloakTransport(settings);
                var keycloak = configuration.keycloak(settings, transport)) {
            var calls = new RealmCalls(keycloak, settings);
            var accounts = new Accounts(calls, new RealmRoles(calls));
            assertUnavailableWithin(Duration.ofSeconds(10), () -> accounts.find("anybody"));
        }
    }

    @Test
    void keepsNobodyQueueingForAServiceToken() {
        var token = new ServiceToken(settings, Clock.systemUTC());
        assertUnavailableWithin(Duration.ofSeconds(10), token::bearer);
        var took = took(() -> assertUnavailable(token::bearer));
        assertThat(took).isLessThan(PATIENCE);
    }

    private static void assertUnavailableWithin(Duration limit, Supplier<?> call) {
        assertThat(took(() -> assertUnavailable(call::get))).isLessThan(limit);
    }

    private static void assertUnavailable(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo(KeycloakProblem.UNAVAILABLE));
    }

    private static Duration took(Runnable act) {
        var begun = System.nanoTime();
        act.run();
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
