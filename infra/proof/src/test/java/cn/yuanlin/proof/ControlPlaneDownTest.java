package cn.yuanlin.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A stopped control plane hinders nobody who is signed in, for however long, not even when the gateway restarts. */
class ControlPlaneDownTest {
    private static final Duration LIFESPAN = Duration.ofSeconds(5);
    /** Services allow clocks to differ by a minute. */
    private static final Duration UNTIL_EXPIRED_FOR_ALL = LIFESPAN.plusSeconds(61);

    private final RunningPlatform platform = RunningPlatform.get();

    @AfterEach
    void startAgain() {
        platform.parts().keycloak().admin().accessTokensLive(RunningPlatform.TOKENS_LIVE);
        platform.parts().start("tenant-admin");
    }

    @Test
    void signedInPeopleGoOnWithARefreshedTokenThroughARestartedGateway() {
        platform.parts().keycloak().admin().accessTokensLive(LIFESPAN);
        var session = platform.signIn("disai-yuanyuan");
        var gateway = platform.gateway();
        gateway.get("/api/estates/disai-yuanyuan/funds", session.accessToken()).expecting(200);

        platform.parts().stop("tenant-admin");
        var stopped = Instant.now();
        platform.parts().stop("gateway");
        platform.parts().start("gateway");
        Awaitility.await("the access token to be expired for everybody")
                .atMost(Duration.ofMinutes(2))
                .until(() -> Instant.now().isAfter(stopped.plus(UNTIL_EXPIRED_FOR_ALL)));

        assertThat(gateway.get("/api/estates/disai-yuanyuan/funds", session.accessToken())
                        .status())
                .isEqualTo(401);
        var refreshed = platform.refresh(session);
        gateway.get("/api/estates/disai-yuanyuan/funds", refreshed.accessToken())
                .expecting(200);
        gateway.get("/api/estates/liyuan/shops", null).expecting(200);
        assertThat(gateway.get("/api/platform/me", refreshed.accessToken()).status())
                .isIn(502, 503);
    }
}
