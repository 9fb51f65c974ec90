package cn.yuanlin.admin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SenderTest {
    @Test
    void anIpv4AddressIsOneSender() {
        assertThat(Sender.of("203.0.113.7")).isEqualTo(Sender.of("203.0.113.7")).isNotEqualTo(Sender.of("203.0.113.8"));
    }

    @Test
    void aHouseholdOfIpv6AddressesIsOneSender() {
        assertThat(Sender.of("2001:db8:1:2::1"))
                .isEqualTo(Sender.of("2001:db8:1:2:ffff::9"))
                .isNotEqualTo(Sender.of("2001:db8:1:3::1"));
    }

    @Test
    void allWhoHideAreOneSender() {
        assertThat(Sender.of("unknown")).isEqualTo(Sender.of("evil.example.org"));
    }
}
