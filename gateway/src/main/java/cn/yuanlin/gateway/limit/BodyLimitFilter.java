package cn.yuanlin.gateway.limit;

import cn.yuanlin.gateway.problem.Problem;
import cn.yuanlin.gateway.problem.ProblemException;
import io.netty.channel.ChannelException;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Refuses bodies over the route's limit: announced ones at once, others when the byte too many comes by. */
@Component
class BodyLimitFilter implements GlobalFilter, Ordered {
    private final long usual;
    private final long upload;

    BodyLimitFilter(LimitSettings settings) {
        this.usual = settings.body().toBytes();
        this.upload = settings.upload().toBytes();
    }

    @Override
    public int getOrder() {
        return 10;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        long limit = route.getMetadata().containsKey("upload") ? upload : usual;
        var request = exchange.getRequest();
        long announced = request.getHeaders().getContentLength();
        if (announced > limit) {
            return Mono.error(new ProblemException(Problem.BODY_TOO_LARGE));
        }
        boolean bodiless = announced <= 0 && !request.getHeaders().containsHeader(HttpHeaders.TRANSFER_ENCODING);
        return chain.filter(
                bodiless
                        ? exchange
                        : exchange.mutate().request(counted(request, limit)).build());
    }

    private static ServerHttpRequest counted(ServerHttpRequest request, long limit) {
        return new ServerHttpRequestDecorator(request) {
            private long seen;

            @Override
            public Flux<DataBuffer> getBody() {
                return super.getBody()
                        .onErrorMap(ChannelException.class, late -> tooSlow())
                        .handle((buffer, sink) -> {
                            seen += buffer.readableByteCount();
                            if (seen > limit) {
                                DataBufferUtils.release(buffer);
                                sink.error(new ProblemException(Problem.BODY_TOO_LARGE));
                            } else {
                                sink.next(buffer);
                            }
                        });
            }
        };
    }

    /** Told apart here from a service that is slow to answer: both reach the call as a timeout. */
    private static ProblemException tooSlow() {
        return new ProblemException(Problem.REQUEST_TOO_SLOW);
    }
}
