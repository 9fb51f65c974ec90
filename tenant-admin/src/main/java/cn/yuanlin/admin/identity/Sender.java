package cn.yuanlin.admin.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Where a request comes from, as the gateway says it; nobody else reaches this service.
 *
 * @param key an IPv4 address, or the first 64 bits of an IPv6 address: one household has the rest of them
 */
record Sender(String key) {
    private static final int HOUSEHOLD_BYTES = 8;

    static Sender of(HttpServletRequest request) {
        return of(Optional.ofNullable(request.getHeader("X-Forwarded-For")).orElseGet(request::getRemoteAddr));
    }

    static Sender of(String address) {
        try {
            var literal = InetAddress.ofLiteral(address.strip());
            return literal instanceof Inet6Address
                    ? new Sender(HexFormat.of().formatHex(Arrays.copyOf(literal.getAddress(), HOUSEHOLD_BYTES)))
                    : new Sender(literal.getHostAddress());
        } catch (IllegalArgumentException notAnAddress) {
            // All who hide count as one.
            return new Sender("unknown");
        }
    }
}
