package cn.yuanlin.admin.identity;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How residents are recognised.
 *
 * @param key of the keyed hashes; changed, nobody's phone is known any more
 */
@ConfigurationProperties("yuanlin.identity")
record IdentitySettings(String key, WeChatSettings wechat, SmsSettings sms) {
    /**
     * @param url of WeChat's API; empty means WeChat's own
     * @param appId of the mini program; empty means there is none
     */
    record WeChatSettings(String url, String appId, String appSecret) {
        @Override
        public String toString() {
            return "WeChatSettings[url=" + url + ", appId=" + appId + "]";
        }
    }

    /** @param provider who delivers */
    record SmsSettings(Provider provider, SmsLimitSettings limits, Demo demo, Tencent tencent) {}

    /**
     * @param senderHourly codes an hour for one address, behind which a whole estate may be
     * @param hourly codes an hour in all, whoever asks; then nobody gets one
     * @param daily the same for a day
     */
    record SmsLimitSettings(int senderHourly, int hourly, int daily) {}

    enum Provider {
        DEMO,
        TENCENT
    }

    /** @param url of the simulator that shows messages instead of sending them */
    record Demo(String url) {}

    /**
     * Texts and their signature are approved by Tencent Cloud.
     *
     * @param template with one parameter, the code
     * @param replacedTemplate without any: says to a phone that it opens an account no longer
     */
    record Tencent(
            String secretId,
            String secretKey,
            String region,
            String appId,
            String sign,
            String template,
            String replacedTemplate) {
        @Override
        public String toString() {
            return "Tencent[region=" + region + ", appId=" + appId + "]";
        }
    }

    @Override
    public String toString() {
        return "IdentitySettings[wechat=" + wechat + ", sms=" + sms + "]";
    }
}
