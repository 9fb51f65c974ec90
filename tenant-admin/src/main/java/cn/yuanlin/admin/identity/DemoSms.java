package cn.yuanlin.admin.identity;

import cn.yuanlin.admin.identity.IdentitySettings.Demo;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Hands messages to the simulator, which shows them on the launcher's console. */
final class DemoSms implements SmsSender {
    private static final Logger log = LoggerFactory.getLogger(DemoSms.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final RestClient http;

    DemoSms(Demo settings) {
        var transport = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        transport.setReadTimeout(PATIENCE);
        this.http = RestClient.builder()
                .baseUrl(settings.url())
                .requestFactory(transport)
                .build();
    }

    @Override
    public boolean sendCode(Phone phone, String code) {
        return send(phone, "【缘邻】验证码" + code + "，5分钟内有效。工作人员不会向您索要，请勿告诉任何人。");
    }

    @Override
    public boolean tellReplaced(Phone phone) {
        return send(phone, "【缘邻】您的账号已更换手机号，本号码不能再登录该账号。如非本人操作，请立即联系业委会或社区。");
    }

    private boolean send(Phone phone, String text) {
        try {
            http.post()
                    .uri("/sms")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of("phone", phone.number(), "text", text))
                    .retrieve()
                    .toBodilessEntity();
            return true;
        } catch (RestClientException away) {
            log.warn("The simulator took no message: {}", away.getClass().getSimpleName());
            return false;
        }
    }
}
