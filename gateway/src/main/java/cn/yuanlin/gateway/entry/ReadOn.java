package cn.yuanlin.gateway.entry;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;

/**
 * Asks for the next bytes of a connection once all that was asked on it is answered. Reactor Netty 1.3.7 reads on demand
 * and forgets to do so behind a request that had to wait for the one before it and was then answered at once
 * (reactor-netty issue 4361): the next one on that connection would never get an answer. To be dropped with a release of
 * Spring Boot that brings 1.3.8; {@code PipelinedRequestsTest} tells.
 */
final class ReadOn extends ChannelDuplexHandler {
    private int unanswered;

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof HttpRequest) {
            unanswered++;
        }
        ctx.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        boolean interim = message instanceof HttpResponse head && head.status().code() < 200;
        ctx.write(message, promise);
        if (message instanceof LastHttpContent && !interim && --unanswered == 0) {
            // Later, when whoever wrote this has settled what waits behind it.
            ctx.executor().execute(() -> {
                if (unanswered == 0) {
                    ctx.read();
                }
            });
        }
    }
}
