package cn.yuanlin.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.binarywang.wx.miniapp.api.WxMaService;
import cn.binarywang.wx.miniapp.api.impl.WxMaServiceImpl;
import cn.binarywang.wx.miniapp.bean.WxMaMessage;
import cn.binarywang.wx.miniapp.bean.WxMaSubscribeMessage;
import cn.binarywang.wx.miniapp.bean.security.WxMaMediaSecCheckCheckRequest;
import cn.binarywang.wx.miniapp.bean.security.WxMaMsgSecCheckCheckRequest;
import cn.binarywang.wx.miniapp.config.impl.WxMaDefaultConfigImpl;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.error.WxRuntimeException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The SDK that the services use finds here what it finds at WeChat. */
class WxJavaTest {
    private static final String EVENT_TOKEN = "event-token";

    private EventReceiver events;
    private Playground wechat;
    private WxMaDefaultConfigImpl config;
    private WxMaService sdk;
    private Playground.Someone lin;

    @BeforeEach
    void start() throws IOException {
        events = new EventReceiver(2);
        wechat = new Playground(SimulatorSettings.forTests().pushingTo(events.address(), EVENT_TOKEN));
        config = new WxMaDefaultConfigImpl();
        config.setAppid(Playground.APP_ID);
        config.setSecret(Playground.APP_SECRET);
        config.setToken(EVENT_TOKEN);
        config.setMsgDataFormat("JSON");
        config.setApiHostUrl(wechat.url());
        config.useStableAccessToken(true);
        sdk = new WxMaServiceImpl();
        sdk.setWxMaConfig(config);
        sdk.setRetrySleepMillis(1);
        lin = wechat.somebody("13800000001");
    }

    @AfterEach
    void stop() {
        wechat.close();
        events.close();
    }

    @Test
    void signsSomebodyIn() throws WxErrorException {
        var session = sdk.getUserService().getSessionInfo(wechat.loginCode(lin));
        assertThat(session.getOpenid()).isEqualTo(lin.openid());
        assertThat(session.getUnionid()).isEqualTo(lin.unionid());
        assertThat(session.getSessionKey()).isNotBlank();
        var phone = sdk.getUserService().getPhoneNumber(wechat.phoneCode(lin));
        assertThat(phone.getPurePhoneNumber()).isEqualTo("13800000001");
        assertThat(phone.getCountryCode()).isEqualTo("86");
    }

    @Test
    void refusesCodesThatAreUsedOrMadeUp() throws WxErrorException {
        var login = wechat.loginCode(lin);
        sdk.getUserService().getSessionInfo(login);
        assertThat(errorOf(() -> sdk.getUserService().getSessionInfo(login))).isEqualTo(40163);
        assertThat(errorOf(() -> sdk.getUserService().getSessionInfo("made-up")))
                .isEqualTo(40029);
        var phone = wechat.phoneCode(lin);
        sdk.getUserService().getPhoneNumber(phone);
        assertThat(errorOf(() -> sdk.getUserService().getPhoneNumber(phone))).isEqualTo(40029);
    }

    @Test
    void getsAnotherAccessTokenWhenItsOwnWasKilledByAnotherServer() throws WxErrorException {
        sdk.getUserService().getPhoneNumber(wechat.phoneCode(lin));
        var killed = config.getAccessToken();
        wechat.accessToken(true);
        assertThat(sdk.getUserService().getPhoneNumber(wechat.phoneCode(lin)).getPhoneNumber())
                .isEqualTo("13800000001");
        assertThat(config.getAccessToken()).isNotEqualTo(killed);
    }

    @Test
    void getsAnotherAccessTokenWhenItsOwnIsTooOld() throws WxErrorException {
        sdk.getUserService().getPhoneNumber(wechat.phoneCode(lin));
        var old = config.getAccessToken();
        wechat.later(AccessTokens.LIFE);
        assertThat(sdk.getUserService().getPhoneNumber(wechat.phoneCode(lin)).getPhoneNumber())
                .isEqualTo("13800000001");
        assertThat(config.getAccessToken()).isNotEqualTo(old);
    }

    @Test
    void triesAgainWhileWechatIsBusy() throws WxErrorException {
        wechat.fault(Map.of("path", "/sns/jscode2session", "kind", "ERROR", "errcode", -1, "times", 2));
        assertThat(sdk.getUserService().getSessionInfo(wechat.loginCode(lin)).getOpenid())
                .isEqualTo(lin.openid());
    }

    @Test
    void losesTheCodeWhoseAnswerWasLost() throws WxErrorException {
        sdk.getAccessToken();
        wechat.fault(Map.of("path", "/sns/jscode2session", "kind", "CUT"));
        var code = wechat.loginCode(lin);
        assertThatThrownBy(() -> sdk.getUserService().getSessionInfo(code)).isInstanceOf(WxRuntimeException.class);
        assertThat(errorOf(() -> sdk.getUserService().getSessionInfo(code))).isEqualTo(40163);
    }

    @Test
    void sendsASubscribeMessageToWhoWantsIt() throws WxErrorException {
        wechat.consents(lin, "ballot-opened", 1);
        sdk.getMsgService().sendSubscribeMsg(message("表决已开始"));
        assertThat(errorOf(() -> sdk.getMsgService().sendSubscribeMsg(message("表决将结束"))))
                .isEqualTo(43101);
        assertThat(errorOf(() -> sdk.getMsgService().sendSubscribeMsg(message(""))))
                .isEqualTo(47003);
        var sent = wechat.items("/_simulator/subscribe-messages");
        assertThat(sent).singleElement().satisfies(message -> {
            assertThat(message.path("openid").asString()).isEqualTo(lin.openid());
            assertThat(message.path("page").asString()).isEqualTo("pages/ballot");
            assertThat(message.at("/data/thing1").asString()).isEqualTo("表决已开始");
        });
    }

    @Test
    void hasATextChecked() throws WxErrorException {
        sdk.getUserService().getSessionInfo(wechat.loginCode(lin));
        wechat.post("/_simulator/verdicts", Map.of("fragment", "假酒", "suggest", "risky", "label", 20008));
        var security = sdk.getSecurityService();
        assertThat(security.checkMessage(text("今晚有面条")).getResult().getSuggest())
                .isEqualTo("pass");
        var risky = security.checkMessage(text("便宜卖假酒"));
        assertThat(risky.getResult().getSuggest()).isEqualTo("risky");
        assertThat(risky.getResult().getLabel()).isEqualTo("20008");
        assertThat(errorOf(() -> security.checkMessage(text("好".repeat(2501))))).isEqualTo(45002);
    }

    @Test
    void hasAPictureCheckedAndIsToldLater() throws WxErrorException {
        wechat.post("/_simulator/verdicts", Map.of("fragment", "/media/7", "suggest", "review", "label", 20002));
        var asked = sdk.getSecurityService()
                .mediaCheckAsync(WxMaMediaSecCheckCheckRequest.builder()
                        .mediaUrl("https://example.com/media/7")
                        .mediaType(2)
                        .version(2)
                        .openid(lin.openid())
                        .scene(1)
                        .build());
        // Twice refused by the receiver, confirmed the third time.
        await().until(() -> events.received().size() == 3);
        var event = events.received().getLast();
        assertThat(sdk.checkSignature(
                        event.parameter("timestamp"), event.parameter("nonce"), event.parameter("signature")))
                .isTrue();
        assertThat(event.parameter("estate")).isEqualTo("one");
        var told = WxMaMessage.fromJson(event.body());
        assertThat(told.getEvent()).isEqualTo("wxa_media_check");
        assertThat(told.getTraceId()).isEqualTo(asked.getTraceId());
        assertThat(told.getResult().getSuggest()).isEqualTo("review");
        assertThat(told.getFromUser()).isEqualTo(lin.openid());

        wechat.post("/_simulator/media-checks/" + asked.getTraceId() + "/pushes", Map.of());
        assertThat(events.received()).hasSize(4);
    }

    private WxMaSubscribeMessage message(String text) {
        return WxMaSubscribeMessage.builder()
                .toUser(lin.openid())
                .templateId("ballot-opened")
                .page("pages/ballot")
                .data(List.of(new WxMaSubscribeMessage.MsgData("thing1", text)))
                .build();
    }

    private WxMaMsgSecCheckCheckRequest text(String content) {
        return WxMaMsgSecCheckCheckRequest.builder()
                .version("2")
                .openid(lin.openid())
                .scene(2)
                .content(content)
                .build();
    }

    /** The code with which WeChat refused, as the SDK tells it. */
    private static int errorOf(ThrowingCallable call) {
        try {
            call.call();
            return 0;
        } catch (WxErrorException refused) {
            return refused.getError().getErrorCode();
        } catch (Throwable other) {
            throw new AssertionError(other);
        }
    }
}
