package cn.yuanlin.gateway.cell;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.cloud.gateway.filter.NettyRoutingFilter;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.web.server.ServerWebExchange;
import reactor.netty.http.client.HttpClient;

/** The call itself: the framework's, with our headers and a client that has patience with transfers. */
final class ServiceCall extends NettyRoutingFilter {
    private final HttpClient usual;
    private final HttpClient transfers;
    private final List<HttpHeadersFilter> headers;

    ServiceCall(
            HttpClient usual,
            HttpClient transfers,
            List<HttpHeadersFilter> headers,
            ObjectProvider<List<HttpHeadersFilter>> unused,
            HttpClientProperties properties) {
        super(usual, unused, properties);
        this.usual = usual;
        this.transfers = transfers;
        this.headers = headers;
    }

    @Override
    public List<HttpHeadersFilter> getHeadersFilters() {
        return headers;
    }

    @Override
    protected HttpClient getHttpClient(Route route, ServerWebExchange exchange) {
        return route.getMetadata().containsKey("transfer") ? transfers : usual;
    }
}
