package cn.yuanlin.admin.identity;

import cn.yuanlin.admin.identity.IdentitySettings.Tencent;
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import com.tencentcloudapi.sms.v20210111.SmsClient;
import com.tencentcloudapi.sms.v20210111.models.SendSmsRequest;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tencent Cloud. */
final class TencentSms implements SmsSender {
    private static final Logger log = LoggerFactory.getLogger(TencentSms.class);
    private static final int CONNECT_SECONDS = 2;
    private static final int READ_SECONDS = 5;

    private final Tencent settings;
    private final SmsClient client;

    TencentSms(Tencent settings) {
        this.settings = settings;
        var http = new HttpProfile();
        http.setConnTimeout(CONNECT_SECONDS);
        http.setReadTimeout(READ_SECONDS);
        var profile = new ClientProfile();
        profile.setHttpProfile(http);
        this.client =
                new SmsClient(new Credential(settings.secretId(), settings.secretKey()), settings.region(), profile);
    }

    @Override
    public boolean sendCode(Phone phone, String code) {
        return send(phone, settings.template(), code);
    }

    @Override
    public boolean tellReplaced(Phone phone) {
        return send(phone, settings.replacedTemplate());
    }

    private boolean send(Phone phone, String template, String... parameters) {
        var request = new SendSmsRequest();
        request.setSmsSdkAppId(settings.appId());
        request.setSignName(settings.sign());
        request.setTemplateId(template);
        request.setTemplateParamSet(parameters);
        request.setPhoneNumberSet(new String[] {"+86" + phone.number()});
        try {
            var statuses = client.SendSms(request).getSendStatusSet();
            var refused = Arrays.stream(statuses)
                    .filter(status -> !"Ok".equals(status.getCode()))
                    .findFirst();
            refused.ifPresent(status -> log.warn("Tencent Cloud took no message: {}", status.getCode()));
            return refused.isEmpty();
        } catch (TencentCloudSDKException away) {
            // Its text may name the number.
            log.warn("Tencent Cloud took no message: {}", away.getErrorCode());
            return false;
        }
    }
}
