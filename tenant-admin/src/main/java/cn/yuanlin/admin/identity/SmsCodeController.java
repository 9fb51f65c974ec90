package cn.yuanlin.admin.identity;

import cn.yuanlin.admin.identity.SendOutcome.NotDelivered;
import cn.yuanlin.admin.identity.SendOutcome.Sent;
import cn.yuanlin.admin.identity.SendOutcome.TooMany;
import cn.yuanlin.admin.security.Access;
import cn.yuanlin.admin.security.Grant;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "identity", description = "居民登录")
class SmsCodeController {
    private final SmsCodes codes;

    SmsCodeController(SmsCodes codes) {
        this.codes = codes;
    }

    /** Answers alike for phones with and without an account. */
    @Access(Grant.PUBLIC)
    @PostMapping("/api/identity/sms-codes")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "sendSmsCode", summary = "获取短信验证码")
    Resend send(HttpServletRequest request, @Valid @RequestBody Wanted wanted) {
        return answer(codes.send(Phone.parse(wanted.phone()), Sender.of(request)));
    }

    static Resend answer(SendOutcome outcome) {
        return switch (outcome) {
            case Sent(var resendAfter) -> new Resend(resendAfter.toSeconds());
            case TooMany(var wait) ->
                throw IdentityProblem.TOO_MANY_CODES
                        .because("获取验证码过于频繁，请稍后再试。")
                        .with(
                                "retryAfterSeconds",
                                Math.max(1, wait.plusMillis(999).toSeconds()));
            case NotDelivered() -> throw IdentityProblem.SMS_AWAY.because("短信暂时无法发送，请一分钟后再试。");
        };
    }

    static RuntimeException refusal(RedeemOutcome.Refused refused) {
        return switch (refused) {
            case RedeemOutcome.Wrong() ->
                IdentityProblem.CODE_WRONG
                        .because("验证码不正确或已过期；连续输错5次后要等几分钟才能再试。")
                        .at("code", "验证码不正确或已过期");
            case RedeemOutcome.TooManyTries(var pause) -> {
                var minutes = Math.max(1, pause.plusSeconds(59).toMinutes());
                var time = minutes < 60 ? minutes + "分钟" : (minutes + 59) / 60 + "小时";
                yield IdentityProblem.TOO_MANY_TRIES
                        .because("这个手机号的验证码输错次数过多，请在%s后再试，也可以从微信小程序登录。".formatted(time))
                        .with("retryAfterSeconds", Math.max(1, pause.toSeconds()));
            }
        };
    }

    record Wanted(
            @NotNull(message = "请填写手机号") @Pattern(regexp = "1[3-9]\\d{9}", message = "请填写11位手机号")
            String phone) {
        @Override
        public String toString() {
            return "Wanted[]";
        }
    }

    /** @param resendAfterSeconds when the next code may be asked for */
    record Resend(long resendAfterSeconds) {}
}
