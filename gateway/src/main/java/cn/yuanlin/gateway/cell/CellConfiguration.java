package cn.yuanlin.gateway.cell;

import io.netty.channel.ChannelOption;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.gateway.config.GatewayProperties;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.cloud.gateway.filter.NettyRoutingFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** The client towards the services. Its limits count per address, which means per cell. */
@Configuration(proxyBeanMethods = false)
class CellConfiguration {
    private static final int MOST_HEADER_BYTES = 32 * 1024;
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(5);

    /** Boundless waiting is the framework's default: here a cell that hangs fills its own queue, then answers 503. */
    @Bean(destroyMethod = "dispose")
    ConnectionProvider serviceConnections(CellSettings settings) {
        return ConnectionProvider.builder("services")
                .maxConnections(settings.connections())
                .pendingAcquireMaxCount(settings.waiting())
                .pendingAcquireTimeout(settings.waitTimeout())
                .maxIdleTime(settings.idleTimeout())
                .maxLifeTime(LONGEST_LIFE)
                .evictInBackground(settings.idleTimeout())
                .lifo()
                .build();
    }

    @Bean
    HttpClient serviceClient(ConnectionProvider connections, CellSettings settings) {
        return HttpClient.create(connections)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        settings.connectTimeout().toMillis())
                .responseTimeout(settings.responseTimeout())
                .httpResponseDecoder(decoder -> decoder.maxHeaderSize(MOST_HEADER_BYTES));
    }

    @Bean
    NettyRoutingFilter serviceCall(
            HttpClient client,
            OutboundHeaders outbound,
            InboundHeaders inbound,
            ObjectProvider<List<HttpHeadersFilter>> headers,
            HttpClientProperties properties,
            CellSettings settings) {
        var transfers = client.responseTimeout(settings.transferTimeout());
        return new ServiceCall(client, transfers, List.of(outbound, inbound), headers, properties);
    }

    @Bean
    NettyWriteResponseFilter serviceAnswer(
            GatewayProperties properties, ObjectProvider<List<HttpHeadersFilter>> headers) {
        return new NettyWriteResponseFilter(properties.getStreamingMediaTypes(), headers);
    }
}
