package cn.yuanlin.gateway.entry;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Whose word on the client's address is taken. X-Forwarded-For is read from the right, up to the first stranger. */
final class TrustedProxies {
    /** A longer chain is an attempt to keep us busy. */
    private static final int LONGEST_CHAIN = 10;

    private final List<Network> networks;

    private TrustedProxies(List<Network> networks) {
        this.networks = networks;
    }

    static TrustedProxies parse(List<String> networks) {
        return new TrustedProxies(networks.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(Network::parse)
                .toList());
    }

    ClientAddress clientOf(ServerHttpRequest request) {
        var peer = addressOf(request.getRemoteAddress());
        return new ClientAddress(trusts(peer) ? furthestBelieved(peer, request) : peer);
    }

    private InetAddress furthestBelieved(InetAddress peer, ServerHttpRequest request) {
        var chain = String.join(",", request.getHeaders().getOrEmpty("X-Forwarded-For"))
                .split(",", -1);
        var believed = peer;
        for (int at = chain.length - 1; at >= Math.max(0, chain.length - LONGEST_CHAIN); at--) {
            var named = literal(chain[at].strip());
            if (named == null) {
                return believed;
            }
            believed = named;
            if (!trusts(named)) {
                return believed;
            }
        }
        return believed;
    }

    private boolean trusts(InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    private static @Nullable InetAddress literal(String text) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }

    private static InetAddress addressOf(@Nullable InetSocketAddress peer) {
        return peer == null || peer.getAddress() == null ? InetAddress.getLoopbackAddress() : peer.getAddress();
    }
}
