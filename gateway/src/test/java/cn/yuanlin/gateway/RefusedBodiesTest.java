package cn.yuanlin.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusedBodiesTest {
    private static final int CLIENTS = 3;
    private static final int ROUNDS = 1000;

    @TempDir
    private static Path directory;

    /** A refusal is known before the body is in; on the same connection the next request waits already. */
    @Test
    void noRequestBehindARefusedOneGoesWithoutAnAnswer() throws Exception {
        try (var neighbourhood = new Neighbourhood();
                var gateway = neighbourhood.gateway(directory, "--yuanlin.gateway.limit.address.burst=1000000");
                var threads = Executors.newFixedThreadPool(CLIENTS)) {
            Callable<Integer> client = () -> refusals(gateway);
            var answered = threads.invokeAll(Collections.nCopies(CLIENTS, client));
            assertThat(answered.stream().map(Future::resultNow)).containsOnly(2 * ROUNDS);
        }
    }

    private static int refusals(RunningGateway gateway) throws Exception {
        var refused = 0;
        try (var connection =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (var round = 0; round < ROUNDS; round++) {
                for (var method : new String[] {"DELETE", "POST"}) {
                    var request = gateway.request("/api/platform/estates")
                            .header("Authorization", "Bearer not.a.token")
                            .method(method, BodyPublishers.ofString("{}"))
                            .build();
                    var status =
                            connection.send(request, BodyHandlers.discarding()).statusCode();
                    refused += status == 401 ? 1 : 0;
                }
            }
        }
        return refused;
    }
}
