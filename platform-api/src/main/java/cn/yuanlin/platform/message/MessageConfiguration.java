package cn.yuanlin.platform.message;

import cn.binarywang.wx.miniapp.api.WxMaService;
import cn.binarywang.wx.miniapp.api.impl.WxMaServiceImpl;
import cn.binarywang.wx.miniapp.config.impl.WxMaDefaultConfigImpl;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MessageProperties.class)
class MessageConfiguration {
    private static final Duration CONNECTING = Duration.ofSeconds(2);
    private static final Duration ANSWERING = Duration.ofSeconds(10);

    @Bean
    @ConditionalOnExpression("!'${yuanlin.message.wechat.app-id:}'.isEmpty()")
    WechatChannel wechatChannel(MessageProperties properties) {
        return wechatChannel(properties.wechat());
    }

    static WechatChannel wechatChannel(MessageProperties.Wechat wechat) {
        var config = new WxMaDefaultConfigImpl();
        config.setAppid(wechat.appId());
        config.setSecret(wechat.appSecret());
        // The stable token is the same for all who ask, so that replicas and cells don't take it away from each other.
        config.useStableAccessToken(true);
        if (!wechat.url().isEmpty()) config.setApiHostUrl(wechat.url());
        WxMaService service = new WxMaServiceImpl();
        service.setWxMaConfig(config);
        // Pauses are ours to make, between messages and not within one.
        service.setMaxRetryTimes(0);
        return new WechatChannel(service, wechat.templateIds());
    }

    @Bean
    @ConditionalOnExpression("!'${yuanlin.message.sms.url:}'.isEmpty()")
    SmsChannel smsChannel(MessageProperties properties) {
        return smsChannel(properties.sms());
    }

    static SmsChannel smsChannel(MessageProperties.Sms sms) {
        var http = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(CONNECTING).build());
        http.setReadTimeout(ANSWERING);
        return new SmsChannel(
                RestClient.builder().baseUrl(sms.url()).requestFactory(http).build());
    }
}
