package cn.yuanlin.gateway.entry;

import cn.yuanlin.gateway.problem.Problem;
import cn.yuanlin.gateway.problem.RequestId;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/**
 * Gives a body to refusals that netty writes itself (a head it can't read or finds too large). They are known by the
 * lack of a request id, which everything that passed our filters carries.
 */
final class BareAnswers extends ChannelOutboundHandlerAdapter {
    private final Clock clock;
    private boolean swallowEnd;

    BareAnswers(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (swallowEnd && message instanceof LastHttpContent) {
            swallowEnd = false;
            ReferenceCountUtil.release(message);
            promise.trySuccess();
            return;
        }
        if (message instanceof HttpResponse bare
                && bare.status().code() >= 400
                && !bare.headers().contains(RequestId.HEADER)) {
            swallowEnd = !(message instanceof FullHttpResponse);
            ctx.write(dressed(problemOf(bare.status()), clock), promise);
            ReferenceCountUtil.release(message);
            return;
        }
        ctx.write(message, promise);
    }

    /** The whole answer; the connection closes after it, since what follows on it can't be trusted. */
    static FullHttpResponse dressed(Problem problem, Clock clock) {
        var id = RequestId.next(clock);
        var body = Unpooled.copiedBuffer(problem.json(id), StandardCharsets.UTF_8);
        var answer =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(problem.status()), body);
        answer.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "application/problem+json")
                .set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes())
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE)
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .set("X-Content-Type-Options", "nosniff")
                .set(RequestId.HEADER, id);
        return answer;
    }

    private static Problem problemOf(HttpResponseStatus status) {
        return switch (status.code()) {
            case 408 -> Problem.REQUEST_TOO_SLOW;
            case 413 -> Problem.BODY_TOO_LARGE;
            case 414 -> Problem.ADDRESS_TOO_LONG;
            case 431 -> Problem.HEADERS_TOO_LARGE;
            default -> status.code() < 500 ? Problem.MALFORMED_REQUEST : Problem.INTERNAL;
        };
    }
}
