package cn.yuanlin.admin.identity;

import cn.yuanlin.admin.identity.SignInOutcome.AccountDisabled;
import cn.yuanlin.admin.identity.SignInOutcome.CodeRefused;
import cn.yuanlin.admin.identity.SignInOutcome.PhoneNeeded;
import cn.yuanlin.admin.identity.SignInOutcome.SignedIn;
import cn.yuanlin.admin.identity.SignInOutcome.WeChatAway;
import cn.yuanlin.admin.identity.SignInOutcome.WeChatCodeRefused;
import cn.yuanlin.admin.identity.SignInOutcome.WeChatTooOften;
import cn.yuanlin.admin.security.Access;
import cn.yuanlin.admin.security.Grant;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The way in. Refreshing and signing out are answered by the gateway, below the same address. */
@RestController
@RequestMapping("/api/identity/sessions")
@Tag(name = "identity", description = "居民登录")
class SessionController {
    /** The gateway reads and renews it under the same name and path. */
    private static final String REFRESH_COOKIE = "yuanlin_refresh";

    private static final String COOKIE_PATH = "/api/identity";

    private final SignIn signIn;

    SessionController(SignIn signIn) {
        this.signIn = signIn;
    }

    @Access(Grant.PUBLIC)
    @PostMapping("/sms")
    @Operation(operationId = "signInBySms", summary = "用手机号和短信验证码登录")
    ResponseEntity<Session> bySms(HttpServletRequest request, @Valid @RequestBody SmsProof proof) {
        return answer(
                signIn.bySms(Phone.parse(proof.phone()), proof.code(), Sender.of(request)), proof.client(), request);
    }

    @Access(Grant.PUBLIC)
    @PostMapping("/wechat")
    @Operation(operationId = "signInByWeChat", summary = "用微信登录；首次登录还需手机号授权码")
    ResponseEntity<Session> byWeChat(HttpServletRequest request, @Valid @RequestBody WeChatProof proof) {
        return answer(signIn.byWeChat(proof.loginCode(), proof.phoneCode()), FrontEnd.MINI_PROGRAM, request);
    }

    private static ResponseEntity<Session> answer(SignInOutcome outcome, FrontEnd client, HttpServletRequest request) {
        return switch (outcome) {
            case SignedIn signedIn -> session(signedIn, client, request);
            case CodeRefused(var why) -> throw SmsCodeController.refusal(why);
            case PhoneNeeded() -> throw IdentityProblem.PHONE_NEEDED.because("首次使用请授权手机号，用于确认您的身份。");
            case WeChatCodeRefused() -> throw IdentityProblem.WECHAT_CODE_REFUSED.because("微信授权已失效，请再试一次。");
            case WeChatTooOften() -> throw IdentityProblem.WECHAT_TOO_OFTEN.because("登录过于频繁，请稍后再试。");
            case WeChatAway() -> throw IdentityProblem.WECHAT_AWAY.because("微信暂时没有回应，请稍后再试，或用短信验证码登录。");
            case AccountDisabled() -> throw IdentityProblem.ACCOUNT_DISABLED.because("您的账号已停用，请联系业委会或社区。");
        };
    }

    private static ResponseEntity<Session> session(SignedIn signedIn, FrontEnd client, HttpServletRequest request) {
        var tokens = signedIn.tokens();
        var answer = ResponseEntity.ok().cacheControl(CacheControl.noStore());
        var inBody = client == FrontEnd.MINI_PROGRAM;
        if (!inBody) {
            answer.header(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(REFRESH_COOKIE, tokens.refreshToken())
                            .httpOnly(true)
                            .secure("https".equals(request.getHeader("X-Forwarded-Proto")))
                            .sameSite("Strict")
                            .path(COOKIE_PATH)
                            .maxAge(Duration.ofSeconds(tokens.refreshExpiresIn()))
                            .build()
                            .toString());
        }
        return answer.body(new Session(
                tokens.accessToken(),
                tokens.expiresIn(),
                inBody ? tokens.refreshToken() : null,
                signedIn.newAccount()));
    }

    /** Where the person sits: a browser keeps its refresh token in a cookie no script can read. */
    enum FrontEnd {
        H5,
        MINI_PROGRAM
    }

    record SmsProof(
            @NotNull(message = "请填写手机号") @Pattern(regexp = "1[3-9]\\d{9}", message = "请填写11位手机号")
            String phone,

            @NotNull(message = "请填写验证码") @Pattern(regexp = "\\d{6}", message = "验证码为6位数字")
            String code,

            @NotNull(message = "请说明使用的客户端") FrontEnd client) {
        @Override
        public String toString() {
            return "SmsProof[client=" + client + "]";
        }
    }

    record WeChatProof(
            @NotBlank(message = "缺少微信登录凭证") @Size(max = 256, message = "微信登录凭证有误")
            String loginCode,

            @Schema(nullable = true) @Nullable @Size(min = 1, max = 256, message = "手机号授权码有误")
            String phoneCode) {
        @Override
        public String toString() {
            return "WeChatProof[]";
        }
    }

    /**
     * @param expiresIn seconds from now
     * @param refreshToken null for H5, whose refresh token came in a cookie
     */
    record Session(
            String accessToken,
            long expiresIn,
            @Schema(nullable = true) @Nullable String refreshToken,
            boolean newAccount) {}
}
