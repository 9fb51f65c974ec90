package cn.yuanlin.admin.identity;

import cn.yuanlin.admin.identity.ClosingOutcome.Closed;
import cn.yuanlin.admin.identity.ClosingOutcome.Hindered;
import cn.yuanlin.admin.identity.ClosingOutcome.PhoneProofNeeded;
import cn.yuanlin.admin.identity.ClosingOutcome.ReverificationNeeded;
import cn.yuanlin.admin.identity.PhoneChangeOutcome.Changed;
import cn.yuanlin.admin.identity.PhoneChangeOutcome.CodeRefused;
import cn.yuanlin.admin.identity.PhoneChangeOutcome.NoAccount;
import cn.yuanlin.admin.identity.PhoneChangeOutcome.PhoneTaken;
import cn.yuanlin.admin.security.Access;
import cn.yuanlin.admin.security.Caller;
import cn.yuanlin.admin.security.Grant;
import cn.yuanlin.admin.shared.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** About the caller alone, and for residents alone: staff have no account of this kind. */
@RestController
@RequestMapping("/api/identity")
@Tag(name = "identity", description = "居民登录")
class MyIdentityController {
    private final OwnIdentity own;
    private final AccountClosings closings;

    MyIdentityController(OwnIdentity own, AccountClosings closings) {
        this.own = own;
        this.closings = closings;
    }

    @Access(Grant.SIGNED_IN)
    @PostMapping("/me/sms-codes")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "sendCodeToMyPhone", summary = "向本人当前手机号发送验证码")
    SmsCodeController.Resend sendCode(HttpServletRequest request, Caller caller) {
        return SmsCodeController.answer(
                own.sendCode(resident(caller), Sender.of(request)).orElseThrow(MyIdentityController::noAccount));
    }

    /** Good for ten minutes: for closing the account, and for changing the phone without being marked. */
    @Access(Grant.SIGNED_IN)
    @PostMapping("/me/phone-proof")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "showMyPhone", summary = "验证本人当前手机号，10分钟内有效")
    void showPhone(HttpServletRequest request, Caller caller, @Valid @RequestBody PhoneCode said) {
        if (own.showPhone(resident(caller), said.code(), Sender.of(request)) instanceof RedeemOutcome.Refused refused) {
            throw SmsCodeController.refusal(refused);
        }
    }

    @Access(Grant.SIGNED_IN)
    @PostMapping("/phone-change")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "changePhone", summary = "更换手机号；验证码发到新手机号。10分钟内未验证过原手机号的，须重新登录并重新核验身份")
    void changePhone(HttpServletRequest request, Caller caller, @Valid @RequestBody NewPhone wanted) {
        switch (own.changePhone(resident(caller), Phone.parse(wanted.phone()), wanted.code(), Sender.of(request))) {
            case Changed() -> {}
            case CodeRefused(var why) -> throw SmsCodeController.refusal(why);
            case PhoneTaken() -> throw IdentityProblem.PHONE_TAKEN.because("这个手机号已有账号。请先用它登录并注销那个账号。");
            case NoAccount() -> throw noAccount();
        }
    }

    @Access(Grant.SIGNED_IN)
    @GetMapping("/me/wechat")
    @Operation(operationId = "myWeChat", summary = "是否已绑定微信")
    WeChatLink weChat(Caller caller) {
        return new WeChatLink(own.isLinkedToWeChat(resident(caller)));
    }

    @Access(Grant.SIGNED_IN)
    @DeleteMapping("/me/wechat")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "unlinkWeChat", summary = "解除微信绑定，并在所有设备上退出登录")
    void forgetWeChat(Caller caller) {
        own.forgetWeChat(resident(caller));
    }

    @Access(Grant.SIGNED_IN)
    @DeleteMapping("/me")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "closeAccount", summary = "在所有小区注销账号，不可恢复；须在10分钟内验证过手机号")
    void close(Caller caller) {
        switch (closings.close(resident(caller))) {
            case Closed() -> {}
            case PhoneProofNeeded() -> throw IdentityProblem.PHONE_PROOF_NEEDED.because("注销前请先获取并填写发到您手机的验证码。");
            case ReverificationNeeded() ->
                throw IdentityProblem.REVERIFICATION_NEEDED.because("账号近期更换了登录方式，请先重新核验身份，或在7天后再注销。");
            case Hindered(var what) ->
                throw IdentityProblem.CLOSING_HINDERED.because(what.stream()
                        .map(each -> each.estate() + "：" + each.why())
                        .collect(Collectors.joining("\n")));
        }
    }

    private UUID resident(Caller caller) {
        try {
            var subject = UUID.fromString(caller.subject());
            if (own.isResident(subject)) {
                return subject;
            }
        } catch (IllegalArgumentException noSubjectOfOurs) {
            throw noAccount();
        }
        throw noAccount();
    }

    private static RuntimeException noAccount() {
        return ProblemType.NOT_FOUND.because("没有这样的居民账号。");
    }

    record NewPhone(
            @NotNull(message = "请填写手机号") @Pattern(regexp = "1[3-9]\\d{9}", message = "请填写11位手机号")
            String phone,

            @NotNull(message = "请填写验证码") @Pattern(regexp = "\\d{6}", message = "验证码为6位数字")
            String code) {
        @Override
        public String toString() {
            return "NewPhone[]";
        }
    }

    record PhoneCode(
            @NotNull(message = "请填写验证码") @Pattern(regexp = "\\d{6}", message = "验证码为6位数字")
            String code) {
        @Override
        public String toString() {
            return "PhoneCode[]";
        }
    }

    record WeChatLink(boolean linked) {}
}
