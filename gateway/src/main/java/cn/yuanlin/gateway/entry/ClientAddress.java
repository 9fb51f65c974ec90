package cn.yuanlin.gateway.entry;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.web.server.ServerWebExchange;

/** Where a request comes from, as far as it can be believed. */
public record ClientAddress(InetAddress address) {
    private static final String ATTRIBUTE = ClientAddress.class.getName();
    private static final int IPV6_HOUSEHOLD_BYTES = 8;

    static void give(ServerWebExchange exchange, ClientAddress address) {
        exchange.getAttributes().put(ATTRIBUTE, address);
    }

    public static ClientAddress of(ServerWebExchange exchange) {
        return exchange.getRequiredAttribute(ATTRIBUTE);
    }

    /** What counts as one sender: an IPv4 address, or an IPv6 /64, of which one household has 2^64 addresses. */
    public String sender() {
        if (address instanceof Inet6Address) {
            return HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), IPV6_HOUSEHOLD_BYTES));
        }
        return address.getHostAddress();
    }

    /** The address as text, for the service behind. */
    public String text() {
        var text = address.getHostAddress();
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }
}
