package cn.yuanlin.gateway.entry;

import java.time.Clock;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/** Time limits on senders, and our own words for what netty refuses before any filter runs. */
@Component
class DoorServer implements NettyServerCustomizer {
    private final EntrySettings settings;
    private final Clock clock;

    DoorServer(EntrySettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return server.idleTimeout(settings.idleTimeout())
                .readTimeout(settings.bodyPause())
                .requestTimeout(settings.bodyTimeout())
                .doOnChannelInit((observer, channel, address) -> {
                    var deadline = new HeadDeadline(settings.headTimeout(), clock);
                    channel.pipeline()
                            .addBefore(NettyPipeline.HttpCodec, "yuanlin.head-deadline", deadline)
                            .addAfter(NettyPipeline.HttpCodec, "yuanlin.heads", deadline.heads())
                            .addAfter(NettyPipeline.HttpCodec, "yuanlin.bare-answers", new BareAnswers(clock))
                            .addAfter(NettyPipeline.HttpCodec, "yuanlin.read-on", new ReadOn());
                });
    }
}
