package cn.yuanlin.admin.identity;

import cn.binarywang.wx.miniapp.api.WxMaService;
import cn.binarywang.wx.miniapp.constant.WxMaApiUrlConstants;
import cn.yuanlin.admin.identity.WeChatReply.Away;
import cn.yuanlin.admin.identity.WeChatReply.CodeRefused;
import cn.yuanlin.admin.identity.WeChatReply.Told;
import cn.yuanlin.admin.identity.WeChatReply.TooOften;
import java.util.Map;
import java.util.Optional;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.error.WxRuntimeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Asks WeChat whose a code is. Neither codes nor answers are logged. */
@Component
class WeChat {
    private static final Logger log = LoggerFactory.getLogger(WeChat.class);

    private final WxMaService service;
    private final JsonMapper json;
    private final String appId;

    WeChat(WxMaService service, JsonMapper json, IdentitySettings settings) {
        this.service = service;
        this.json = json;
        this.appId = settings.wechat().appId();
    }

    /** One question to the library. */
    private interface Question<T> {
        T ask() throws WxErrorException;
    }

    /** Name, in Keycloak, of links to this mini program's open ids. */
    String openIds() {
        return "wechat-" + appId;
    }

    /** Name, in Keycloak, of links to union ids. */
    String unionIds() {
        return "wechat-union";
    }

    WeChatReply<WeChatPerson> person(String loginCode) {
        return reply(() -> {
            var session = service.getUserService().getSessionInfo(loginCode);
            return new WeChatPerson(
                    session.getOpenid(),
                    Optional.ofNullable(session.getUnionid())
                            .filter(id -> !id.isBlank())
                            .orElse(null));
        });
    }

    /**
     * The number of that person: a code somebody else's phone got is refused. So is a number of another country: nobody on
     * a roll here has one.
     */
    WeChatReply<Phone> phone(WeChatPerson person, String phoneCode) {
        // The library's own call leaves out whose code it should be.
        var question = json.writeValueAsString(Map.of("code", phoneCode, "openid", person.openId()));
        var number = reply(() -> json.readTree(service.post(WxMaApiUrlConstants.User.GET_PHONE_NUMBER_URL, question))
                .path("phone_info")
                .path("purePhoneNumber")
                .asString(""));
        return switch (number) {
            case Told<String> told -> parsed(told.value());
            case CodeRefused<String> refused -> new CodeRefused<>();
            case TooOften<String> tooOften -> new TooOften<>();
            case Away<String> away -> new Away<>();
        };
    }

    private static WeChatReply<Phone> parsed(String number) {
        try {
            return new Told<>(Phone.parse(number));
        } catch (IllegalArgumentException foreign) {
            return new CodeRefused<>();
        }
    }

    private <T> WeChatReply<T> reply(Question<T> question) {
        if (appId.isBlank()) {
            return new Away<>();
        }
        try {
            return new Told<>(question.ask());
        } catch (WxErrorException refused) {
            return switch (refused.getError().getErrorCode()) {
                case 40029, 40163 -> new CodeRefused<>();
                case 45011 -> new TooOften<>();
                default -> away(Integer.toString(refused.getError().getErrorCode()));
            };
        } catch (WxRuntimeException unreachable) {
            return away(unreachable.getClass().getSimpleName());
        }
    }

    private static <T> WeChatReply<T> away(String why) {
        log.warn("WeChat can't be asked: {}", why);
        return new Away<>();
    }
}
