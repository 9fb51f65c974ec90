package cn.yuanlin.wechat;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** A provider of text messages. What it sends goes to its user's screen instead of phones. */
final class SmsApi implements Endpoints {
    /** With this begins the line that the launcher shows. */
    static final String MARK = "SMS ";

    private static final int MOST_CHARACTERS = 500;

    /** A text message that somebody got. */
    record Sms(String phone, String text, Instant at) {}

    private final Recent<Sms> sent;
    private final Clock clock;
    private final PrintStream screen;

    SmsApi(Recent<Sms> sent, Clock clock, PrintStream screen) {
        this.sent = sent;
        this.clock = clock;
        this.screen = screen;
    }

    @Override
    public void addTo(Routes routes) {
        routes.on("POST", "/sms", this::send);
    }

    private Answer send(Request request) {
        var phone = request.text("phone");
        var text = request.text("text");
        if (!Phone.isValid(phone)) {
            return Answer.wrong("phone is no mobile number");
        }
        if (text.isBlank() || text.length() > MOST_CHARACTERS) {
            return Answer.wrong("text has none or more than " + MOST_CHARACTERS + " characters");
        }
        sent.add(new Sms(phone, text, clock.instant()));
        // The line also lands in a log: no whole number there, and nothing that could pass for another line.
        screen.println(MARK + "to " + Phone.masked(phone) + ": " + text.replaceAll("\\p{Cntrl}+", " "));
        return new Answer(202, Map.of("accepted", true));
    }
}
