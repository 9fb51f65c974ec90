package cn.yuanlin.gateway.cell;

import cn.yuanlin.gateway.entry.ClientAddress;
import cn.yuanlin.gateway.problem.RequestId;
import cn.yuanlin.gateway.route.Destination;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * The last look at what goes to a service. What only the gateway may say is taken out of a client's headers and said
 * anew; so is what belongs to one connection. The client's own Connection header is not obeyed: it could name, and so
 * remove, X-Estate-Id.
 */
@Component
class OutboundHeaders implements HttpHeadersFilter {
    private static final Set<String> DROPPED = Set.of(
            // belong to the connection
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings",
            "expect",
            // said by the gateway alone
            "x-request-id",
            "forwarded",
            "x-real-ip",
            "x-client-ip",
            "x-cluster-client-ip",
            "true-client-ip",
            "cf-connecting-ip",
            "traceparent",
            "tracestate",
            "baggage",
            // would make one thing look like another
            "x-http-method-override",
            "x-http-method",
            "x-method-override");

    private static final Set<String> DROPPED_PREFIXES =
            Set.of("x-estate-", "x-forwarded-", "x-original-", "x-rewrite-");

    private final URI publicUrl;

    OutboundHeaders(CellSettings settings) {
        this.publicUrl = settings.publicUrl();
    }

    @Override
    public HttpHeaders filter(HttpHeaders incoming, ServerWebExchange exchange) {
        var outgoing = new HttpHeaders();
        boolean streamed = false;
        for (var header : incoming.headerSet()) {
            // Some servers read an underscore as a hyphen.
            var name = header.getKey().toLowerCase(Locale.ROOT).replace('_', '-');
            streamed |= name.equals("transfer-encoding");
            if (!DROPPED.contains(name) && DROPPED_PREFIXES.stream().noneMatch(name::startsWith)) {
                outgoing.addAll(header.getKey(), header.getValue());
            }
        }
        if (streamed) {
            outgoing.set(HttpHeaders.TRANSFER_ENCODING, "chunked");
        }
        outgoing.set(RequestId.HEADER, RequestId.of(exchange));
        outgoing.set("X-Forwarded-For", ClientAddress.of(exchange).text());
        outgoing.set("X-Forwarded-Proto", publicUrl.getScheme());
        outgoing.set("X-Forwarded-Host", publicUrl.getRawAuthority());
        var estate = Destination.of(exchange).estate();
        if (estate != null) {
            outgoing.set("X-Estate-Id", estate.estateId().toString());
        }
        return outgoing;
    }

    @Override
    public boolean supports(Type type) {
        return type == Type.REQUEST;
    }
}
