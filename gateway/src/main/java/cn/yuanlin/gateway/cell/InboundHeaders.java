package cn.yuanlin.gateway.cell;

import cn.yuanlin.gateway.problem.RequestId;
import java.util.Locale;
import java.util.Set;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** What a service answers, without what belongs to its connection, names its software, or is the gateway's to say. */
@Component
class InboundHeaders implements HttpHeadersFilter {
    private static final Set<String> DROPPED = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "transfer-encoding",
            "upgrade",
            "alt-svc",
            "server",
            "x-powered-by",
            "strict-transport-security",
            RequestId.HEADER.toLowerCase(Locale.ROOT));

    @Override
    public HttpHeaders filter(HttpHeaders answered, ServerWebExchange exchange) {
        var kept = new HttpHeaders();
        for (var header : answered.headerSet()) {
            var name = header.getKey().toLowerCase(Locale.ROOT);
            if (!DROPPED.contains(name) && !name.startsWith("access-control-")) {
                kept.addAll(header.getKey(), header.getValue());
            }
        }
        return kept;
    }

    @Override
    public boolean supports(Type type) {
        return type == Type.RESPONSE;
    }
}
