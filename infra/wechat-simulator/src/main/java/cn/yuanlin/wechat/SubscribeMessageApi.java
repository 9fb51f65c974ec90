package cn.yuanlin.wechat;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One message of a template to one person who wanted it. */
final class SubscribeMessageApi implements Endpoints {
    private final AccessTokenApi tokens;
    private final People people;
    private final Consents consents;
    private final Recent<SubscribeMessage> sent;
    private final Clock clock;

    SubscribeMessageApi(
            AccessTokenApi tokens, People people, Consents consents, Recent<SubscribeMessage> sent, Clock clock) {
        this.tokens = tokens;
        this.people = people;
        this.consents = consents;
        this.sent = sent;
        this.clock = clock;
    }

    @Override
    public void addTo(Routes routes) {
        routes.on("POST", "/cgi-bin/message/subscribe/send", tokens.guarded(this::send));
    }

    private Answer send(Request request) {
        var json = request.json();
        var openid = json.path("touser").asString("");
        if (people.byOpenid(openid).isEmpty()) {
            return Answer.refused(WechatError.INVALID_OPENID);
        }
        var template = json.path("template_id").asString("");
        if (template.isBlank()) {
            return Answer.refused(WechatError.INVALID_TEMPLATE);
        }
        var data = data(json.path("data"));
        var wrong = wrongField(data);
        if (wrong.isPresent()) {
            var error = WechatError.INVALID_ARGUMENT;
            return Answer.refused(error.code(), error.message() + " data." + wrong.get() + ".value invalid");
        }
        // Last, so that a message that could not be sent anyway uses up nobody's consent.
        if (!consents.use(openid, template)) {
            return Answer.refused(WechatError.NO_CONSENT);
        }
        sent.add(new SubscribeMessage(openid, template, json.path("page").asString(""), data, clock.instant()));
        return Answer.ok();
    }

    private static Map<String, String> data(JsonNode fields) {
        var data = new LinkedHashMap<String, String>();
        fields.propertyStream()
                .forEach(field ->
                        data.put(field.getKey(), field.getValue().path("value").asString("")));
        return data;
    }

    /** The first field whose text may not stand there; empty name if there is no field at all. */
    private static Optional<String> wrongField(Map<String, String> data) {
        if (data.isEmpty()) {
            return Optional.of("");
        }
        return data.entrySet().stream()
                .filter(field -> !TemplateValue.fits(field.getKey(), field.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
