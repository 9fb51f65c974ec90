package cn.yuanlin.gateway.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class TrustedProxiesTest {
    private final TrustedProxies proxies = TrustedProxies.parse(List.of("10.0.0.0/8", "fd00::/8", "192.0.2.7"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.5 | 198.51.100.1            | 203.0.113.5",
                "10.1.2.3    | 198.51.100.1            | 198.51.100.1",
                "10.1.2.3    | 1.1.1.1, 198.51.100.1   | 198.51.100.1",
                "10.1.2.3    | 198.51.100.1, 192.0.2.7 | 198.51.100.1",
                "10.1.2.3    | 10.9.9.9                | 10.9.9.9",
                "10.1.2.3    | nonsense                | 10.1.2.3",
                "10.1.2.3    | nonsense, 10.9.9.9      | 10.9.9.9",
                "192.0.2.8   | 198.51.100.1            | 192.0.2.8",
                "fd00::1     | 2001:db8::5             | 2001:db8:0:0:0:0:0:5",
            })
    void believesTheFirstStrangerFromTheRight(String peer, String forwarded, String client) {
        var request = MockServerHttpRequest.get("/")
                .header("X-Forwarded-For", forwarded)
                .remoteAddress(new InetSocketAddress(InetAddress.ofLiteral(peer), 1234))
                .build();
        assertThat(proxies.clientOf(request).text()).isEqualTo(client);
    }

    @Test
    void takesAHouseholdsManyAddressesForOneSender() {
        assertThat(new ClientAddress(InetAddress.ofLiteral("2001:db8:1:2::5")).sender())
                .isEqualTo(new ClientAddress(InetAddress.ofLiteral("2001:db8:1:2:ffff::1")).sender())
                .isNotEqualTo(new ClientAddress(InetAddress.ofLiteral("2001:db8:1:3::5")).sender());
    }

    @Test
    void refusesToStartWithANetworkThatIsNone() {
        for (var wrong : new String[] {"10.0.0.0/33", "10.0.0.0/-1", "example.org", "10.0.0/8x"}) {
            assertThatThrownBy(() -> Network.parse(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
