package cn.yuanlin.platform.message;

import cn.binarywang.wx.miniapp.api.WxMaService;
import cn.binarywang.wx.miniapp.bean.WxMaSubscribeMessage;
import java.util.Map;
import java.util.Set;
import me.chanjar.weixin.common.error.WxErrorException;

/** WeChat's subscribe messages: a person consents to one, and gets one. That most have not consented is nothing special. */
final class WechatChannel implements MessageChannel {
    /** Busy, token just renewed by another, too many calls. */
    private static final Set<Integer> PASSING = Set.of(-1, 40001, 42001, 45009, 45011);

    private static final int LONGEST_THING = 20;

    private final WxMaService wechat;
    private final Map<String, String> templates;

    /** @param templates WeChat's id of each of our codes */
    WechatChannel(WxMaService wechat, Map<String, String> templates) {
        this.wechat = wechat;
        this.templates = Map.copyOf(templates);
    }

    @Override
    public Channel channel() {
        return Channel.WECHAT;
    }

    @Override
    public ChannelOutcome send(ContactBook.Contact contact, Wording wording) {
        var template = templates.get(wording.template());
        if (template == null) return new ChannelOutcome.NotReachable("NO_TEMPLATE");
        var openid = contact.openid();
        if (openid == null) return new ChannelOutcome.NotReachable("NO_OPENID");
        try {
            wechat.getMsgService().sendSubscribeMsg(message(openid, template, wording));
            return new ChannelOutcome.Sent();
        } catch (WxErrorException refused) {
            var code = refused.getError().getErrorCode();
            return PASSING.contains(code)
                    ? new ChannelOutcome.TryLater("WECHAT_" + code)
                    : new ChannelOutcome.NotReachable("WECHAT_" + code);
        } catch (RuntimeException fault) {
            return ChannelOutcome.ofBrokenConnection(fault);
        }
    }

    private static WxMaSubscribeMessage message(String openid, String template, Wording wording) {
        var fields = wording.fields().entrySet().stream()
                .map(field ->
                        new WxMaSubscribeMessage.MsgData(field.getKey(), fitted(field.getKey(), field.getValue())))
                .toList();
        return WxMaSubscribeMessage.builder()
                .toUser(openid)
                .templateId(template)
                .page(wording.link())
                .data(fields)
                .build();
    }

    /** WeChat refuses the whole message for one word too many. */
    static String fitted(String field, String value) {
        if (!field.startsWith("thing") || value.codePointCount(0, value.length()) <= LONGEST_THING) return value;
        return value.substring(0, value.offsetByCodePoints(0, LONGEST_THING - 1)) + "…";
    }
}
