package cn.yuanlin.admin.identity;

import cn.binarywang.wx.miniapp.api.WxMaService;
import cn.binarywang.wx.miniapp.api.impl.WxMaServiceImpl;
import cn.binarywang.wx.miniapp.config.impl.WxMaDefaultConfigImpl;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class IdentityConfiguration {
    private static final Duration FORGET_EVERY = Duration.ofMinutes(5);

    @Bean
    SmsSender smsSender(IdentitySettings settings) {
        return switch (settings.sms().provider()) {
            case DEMO -> new DemoSms(settings.sms().demo());
            case TENCENT -> new TencentSms(settings.sms().tencent());
        };
    }

    @Bean
    WxMaService miniProgram(IdentitySettings settings) {
        var app = settings.wechat();
        var config = new WxMaDefaultConfigImpl();
        config.setAppid(app.appId());
        config.setSecret(app.appSecret());
        config.setMsgDataFormat("JSON");
        // Every replica asks for the same token and gets it: no table to share it by.
        config.useStableAccessToken(true);
        if (!app.url().isBlank()) {
            config.setApiHostUrl(app.url());
        }
        var service = new WxMaServiceImpl();
        service.setWxMaConfig(config);
        // Somebody stands before a spinning wheel: they try again sooner than the library would.
        service.setMaxRetryTimes(1);
        service.setRetrySleepMillis(200);
        return service;
    }

    @Bean
    Task<Void> identityForgettingTask(SmsCodes codes) {
        return Tasks.recurring("identity-forgetting", FixedDelay.of(FORGET_EVERY))
                .execute((instance, context) -> codes.forget());
    }
}
