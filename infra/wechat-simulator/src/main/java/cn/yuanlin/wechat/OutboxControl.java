package cn.yuanlin.wechat;

import java.util.List;

/** What arrived on people's phones, and what was asked to be checked: for tests to look at. */
final class OutboxControl implements Endpoints {
    private static final int USUAL_LIMIT = 1000;
    private static final int HIGHEST_LIMIT = 50_000;

    private final Recent<SmsApi.Sms> sms;
    private final Recent<SubscribeMessage> messages;
    private final MediaChecks mediaChecks;

    OutboxControl(Recent<SmsApi.Sms> sms, Recent<SubscribeMessage> messages, MediaChecks mediaChecks) {
        this.sms = sms;
        this.messages = messages;
        this.mediaChecks = mediaChecks;
    }

    @Override
    public void addTo(Routes routes) {
        routes.on("GET", "/_simulator/sms", this::sms);
        routes.on("GET", "/_simulator/subscribe-messages", this::messages);
        routes.on("GET", "/_simulator/media-checks", this::mediaChecks);
        routes.on("POST", "/_simulator/media-checks/{trace}/pushes", this::push);
    }

    private Answer sms(Request request) {
        return page(request, sms.find(found -> matches(request, "phone", found.phone())));
    }

    private Answer messages(Request request) {
        return page(
                request,
                messages.find(found ->
                        matches(request, "openid", found.openid()) && matches(request, "template", found.template())));
    }

    private Answer mediaChecks(Request request) {
        return page(request, mediaChecks.find(found -> matches(request, "openid", found.openid())));
    }

    private Answer push(Request request) {
        var trace = request.variable("trace");
        return mediaChecks.pushAgain(trace) ? Answer.ok() : Answer.notFound("media check " + trace);
    }

    /** A parameter that was not given matches everything. */
    private static boolean matches(Request request, String parameter, String value) {
        var wanted = request.parameter(parameter);
        return wanted.isEmpty() || wanted.equals(value);
    }

    private static Answer page(Request request, List<?> found) {
        var text = request.parameter("limit");
        if (!text.matches("\\d{0,5}")) {
            return Answer.wrong("limit is no number");
        }
        var limit = text.isEmpty() ? USUAL_LIMIT : Math.min(Integer.parseInt(text), HIGHEST_LIMIT);
        return Answer.items(found.stream().limit(limit).toList(), found.size());
    }
}
