package cn.yuanlin.gateway.route;

import cn.yuanlin.gateway.limit.EstateLimit;
import cn.yuanlin.gateway.problem.Problem;
import cn.yuanlin.gateway.problem.ProblemException;
import cn.yuanlin.gateway.token.Caller;
import java.net.URI;
import java.time.Duration;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Finds the cell of an estate, or tenant-admin, and turns away whom it can already tell has no business there. */
@Component
class DestinationFilter implements GlobalFilter, Ordered {
    private static final Duration TABLE_WAIT = Duration.ofSeconds(2);

    private final Routes routes;
    private final MemberPaths memberPaths;
    private final EstateLimit estateLimit;
    private final Destination tenantAdmin;

    DestinationFilter(Routes routes, MemberPaths memberPaths, EstateLimit estateLimit, RouteSettings settings) {
        this.routes = routes;
        this.memberPaths = memberPaths;
        this.estateLimit = estateLimit;
        this.tenantAdmin = new Destination(Destination.TENANT_ADMIN, settings.tenantAdminUrl(), null);
    }

    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        try {
            var path = exchange.getRequest().getURI().getRawPath();
            var destination = path.startsWith(ApiRoutes.ESTATES) ? estateOf(path, exchange) : tenantAdmin;
            Destination.give(exchange, destination);
            exchange.getAttributes()
                    .put(
                            ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR,
                            target(destination.base(), exchange.getRequest()));
        } catch (ProblemException refused) {
            return Mono.error(refused);
        }
        return chain.filter(exchange);
    }

    private Destination estateOf(String path, ServerWebExchange exchange) {
        var table = routes.current();
        if (table == null) {
            throw ProblemException.retryAfter(Problem.ROUTES_UNKNOWN, TABLE_WAIT);
        }
        int end = path.indexOf('/', ApiRoutes.ESTATES.length());
        var slug = path.substring(ApiRoutes.ESTATES.length(), end < 0 ? path.length() : end);
        var estate = table.find(slug);
        if (estate == null) {
            throw new ProblemException(Problem.ESTATE_NOT_FOUND);
        }
        var id = estate.estateId().toString();
        var caller = Caller.of(exchange);
        if (caller != null
                && memberPaths.covers(end < 0 ? "" : path.substring(end))
                && !caller.estates().contains(id)) {
            throw new ProblemException(Problem.NOT_A_MEMBER);
        }
        estateLimit.take(id);
        return new Destination(estate.cell(), estate.url(), estate);
    }

    /** Path and query go on exactly as they came: nothing is decoded, so nothing is encoded twice. */
    private static URI target(URI base, ServerHttpRequest request) {
        var asked = request.getURI();
        var query = asked.getRawQuery();
        return URI.create(base + asked.getRawPath() + (query == null ? "" : "?" + query));
    }
}
