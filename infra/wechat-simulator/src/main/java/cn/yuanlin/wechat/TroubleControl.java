package cn.yuanlin.wechat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What goes wrong, what WeChat disapproves of, and how late it is. */
final class TroubleControl implements Endpoints {
    private static final long LONGEST_DELAY_MILLIS = 60_000;
    private static final long FARTHEST_MILLIS = Duration.ofDays(400).toMillis();

    private final Faults faults;
    private final Verdicts verdicts;
    private final MovableClock clock;

    TroubleControl(Faults faults, Verdicts verdicts, MovableClock clock) {
        this.faults = faults;
        this.verdicts = verdicts;
        this.clock = clock;
    }

    @Override
    public void addTo(Routes routes) {
        routes.on("POST", "/_simulator/faults", this::order);
        routes.on("DELETE", "/_simulator/faults", request -> forget());
        routes.on("POST", "/_simulator/verdicts", this::judge);
        routes.on("POST", "/_simulator/clock", this::advance);
        routes.on("GET", "/_simulator/clock", request -> now());
    }

    private Answer order(Request request) {
        var json = request.json();
        var path = json.path("path").asString("");
        var times = json.path("times").asInt(1);
        if (!path.startsWith("/") || path.startsWith("/_simulator") || times < 1 || times > Faults.MOST_TIMES) {
            return Answer.wrong(
                    "a path that is not the simulator's own and 1 to " + Faults.MOST_TIMES + " times are needed");
        }
        var fault = fault(json);
        if (fault.isEmpty()) {
            return Answer.wrong("kind is ERROR, LATENCY (with millis up to " + LONGEST_DELAY_MILLIS + ") or CUT");
        }
        return faults.order(path, fault.get(), times)
                ? Answer.created(Map.of("path", path, "times", times))
                : Answer.full("faults");
    }

    private static Optional<Fault> fault(JsonNode json) {
        var millis = json.path("millis").asLong(0);
        return switch (json.path("kind").asString("")) {
            case "ERROR" -> Optional.of(new Fault.Failure(json.path("errcode").asInt(WechatError.BUSY.code())));
            case "LATENCY" ->
                millis > 0 && millis <= LONGEST_DELAY_MILLIS
                        ? Optional.of(new Fault.Latency(Duration.ofMillis(millis)))
                        : Optional.empty();
            case "CUT" -> Optional.of(new Fault.Cut());
            default -> Optional.empty();
        };
    }

    private Answer forget() {
        faults.forget();
        return Answer.ok();
    }

    private Answer judge(Request request) {
        var json = request.json();
        var fragment = json.path("fragment").asString("");
        var suggest = json.path("suggest").asString("");
        if (fragment.isBlank() || !Verdict.SUGGESTIONS.contains(suggest)) {
            return Answer.wrong("a fragment is needed, and suggest out of " + Verdict.SUGGESTIONS);
        }
        var verdict = new Verdict(suggest, json.path("label").asInt(Verdict.PASS.label()));
        verdicts.set(fragment, verdict);
        return Answer.created(Map.of("fragment", fragment, "suggest", suggest));
    }

    private Answer advance(Request request) {
        var millis = request.json().path("millis").asLong(-1);
        if (millis < 0 || millis > FARTHEST_MILLIS) {
            return Answer.wrong("millis is 0 to " + FARTHEST_MILLIS);
        }
        clock.advance(Duration.ofMillis(millis));
        return now();
    }

    private Answer now() {
        return Answer.of(Map.of("now", clock.instant()));
    }
}
