package cn.yuanlin.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelinedRequestsTest {
    @TempDir
    private static Path directory;

    /** What waited while another was answered, and then was answered at once, must not be the last that is read. */
    @Test
    void aConnectionIsReadOnBehindARequestThatHadToWait() throws Exception {
        var sent = new CountDownLatch(1);
        try (var neighbourhood = new Neighbourhood();
                var gateway = neighbourhood.gateway(directory)) {
            neighbourhood.cellOne.answers(request -> {
                sent.await();
                return Backend.Answer.json(200, "{\"waited\":true}");
            });
            try (var connection = new Socket("127.0.0.1", gateway.port())) {
                connection.setSoTimeout(20_000);
                write(connection, get("/api/estates/elm") + get("/nothing-is-here"));
                sent.countDown();
                assertThat(readTo(connection, "\"waited\":true}")).startsWith("HTTP/1.1 200");
                assertThat(readTo(connection, "}")).contains("HTTP/1.1 404");
                write(connection, get("/nothing-is-here"));
                assertThat(readTo(connection, "}")).contains("HTTP/1.1 404");
            }
        }
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: yuanlin.example.org\r\n\r\n";
    }

    private static void write(Socket connection, String requests) throws IOException {
        connection.getOutputStream().write(requests.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String readTo(Socket connection, String end) throws IOException {
        var read = new StringBuilder();
        while (read.indexOf(end) < 0) {
            int next = connection.getInputStream().read();
            if (next < 0) throw new IOException("closed after " + read);
            read.append((char) next);
        }
        return read.toString();
    }
}
