package cn.yuanlin.platform.message;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The ways out of the house; one that isn't configured isn't there, and messages stay in the inbox. */
@ConfigurationProperties("yuanlin.message")
record MessageProperties(
        @DefaultValue Wechat wechat, @DefaultValue Sms sms) {
    /**
     * @param appId of the mini program; empty for none
     * @param url where WeChat is, if not where it always is
     * @param templates WeChat's id of each of our template codes
     */
    record Wechat(
            @DefaultValue("") String appId,
            @DefaultValue("") String appSecret,
            @DefaultValue("") String url,
            @DefaultValue Map<String, String> templates) {
        @Override
        public String toString() {
            return "Wechat[appId=" + appId + "]";
        }
    }

    /** @param url of the relay; empty for none */
    record Sms(@DefaultValue("") String url) {}
}
