package cn.yuanlin.gateway.entry;

import cn.yuanlin.gateway.problem.Problem;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends a connection whose request head trickles in (slow loris). Netty's own limits start when a head is complete, and
 * its idle limit starts anew with every byte.
 *
 * <p>This handler stands before the codec and sees bytes; {@link #heads()} stands behind it and sees what they became. A
 * timer is only set when bytes came and no head: a quick client never costs one.
 */
final class HeadDeadline extends ChannelInboundHandlerAdapter {
    private final Duration limit;
    private final Clock clock;
    private boolean readingBody;
    private boolean headSeen;
    private int unanswered;
    private @Nullable ScheduledFuture<?> timer;

    HeadDeadline(Duration limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object bytes) {
        boolean headExpected = !readingBody;
        headSeen = false;
        ctx.fireChannelRead(bytes);
        if (headExpected && !headSeen && timer == null) {
            timer = ctx.executor().schedule(() -> expire(ctx), limit.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        cancel();
        ctx.fireChannelInactive();
    }

    private void expire(ChannelHandlerContext ctx) {
        timer = null;
        var heads = ctx.pipeline().context("yuanlin.heads");
        if (unanswered > 0 || heads == null) {
            // An answer is being written: ours would land in the middle of it.
            ctx.close();
            return;
        }
        heads.writeAndFlush(BareAnswers.dressed(Problem.REQUEST_TOO_SLOW, clock))
                .addListener(ChannelFutureListener.CLOSE);
    }

    private void cancel() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }

    ChannelHandler heads() {
        return new ChannelDuplexHandler() {
            @Override
            public void channelRead(ChannelHandlerContext ctx, Object message) {
                if (message instanceof HttpRequest) {
                    headSeen = true;
                    readingBody = true;
                    unanswered++;
                    cancel();
                }
                if (message instanceof LastHttpContent) {
                    readingBody = false;
                }
                ctx.fireChannelRead(message);
            }

            @Override
            public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
                boolean interim =
                        message instanceof HttpResponse head && head.status().code() < 200;
                if (message instanceof LastHttpContent && !interim) {
                    unanswered--;
                }
                ctx.write(message, promise);
            }
        };
    }
}
