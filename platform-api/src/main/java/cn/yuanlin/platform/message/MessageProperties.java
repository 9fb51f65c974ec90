package cn.yuanlin.platform.message;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The ways out of the house; one that isn't configured isn't there, and messages stay in the inbox. */
@ConfigurationProperties("yuanlin.message")
record MessageProperties(
        @DefaultValue Wechat wechat, @DefaultValue Sms sms) {
    /**
     * @param appId of the mini program; empty for none
     * @param url where WeChat is, if not where it always is
     * @param templates {@code code=id} pairs, comma separated: WeChat's id of each of our template codes
     */
    record Wechat(
            @DefaultValue("") String appId,
            @DefaultValue("") String appSecret,
            @DefaultValue("") String url,
            @DefaultValue("") String templates) {
        /** @throws IllegalArgumentException if a pair has no code or no id */
        Map<String, String> templateIds() {
            return Arrays.stream(templates.split(",", -1))
                    .filter(pair -> !pair.isBlank())
                    .map(pair -> pair.split("=", 2))
                    .collect(Collectors.toMap(pair -> pair[0].strip(), MessageProperties::id));
        }

        @Override
        public String toString() {
            return "Wechat[appId=" + appId + "]";
        }
    }

    private static String id(String[] pair) {
        if (pair.length != 2 || pair[0].isBlank() || pair[1].isBlank())
            throw new IllegalArgumentException(
                    "a template is configured as code=id, not as: " + String.join("=", pair));
        return pair[1].strip();
    }

    /** @param url of the relay; empty for none */
    record Sms(@DefaultValue("") String url) {}
}
