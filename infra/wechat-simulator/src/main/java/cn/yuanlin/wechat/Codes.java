package cn.yuanlin.wechat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Codes that a phone gets from WeChat and a server exchanges: each once, within five minutes. */
final class Codes {
    static final Duration LIFE = Duration.ofMinutes(5);
    private static final int MOST = 20_000;
    private static final int BYTES = 24;

    /** What became of an exchange. */
    sealed interface Outcome {
        /**
         * It was good, and is no more.
         *
         * @param person id of the one whose code it was
         */
        record Taken(String person) implements Outcome {}

        record Used() implements Outcome {}

        /** Never given out, or too old. */
        record Unknown() implements Outcome {}
    }

    private record Code(String person, Instant until, boolean used) {
        Code afterUse() {
            return new Code(person, until, true);
        }
    }

    private final Clock clock;
    private final Map<String, Code> codes = new BoundedMap<>(MOST);

    Codes(Clock clock) {
        this.clock = clock;
    }

    /**
     * A new code.
     *
     * @param person id of the one whose phone asks for it
     */
    synchronized String issue(String person) {
        var code = RandomText.of(BYTES);
        codes.put(code, new Code(person, clock.instant().plus(LIFE), false));
        return code;
    }

    /** Id of the one whose code it is, used or not; empty if there is no such code. */
    synchronized Optional<String> owner(String code) {
        return living(code).map(Code::person);
    }

    synchronized Outcome take(String code) {
        var found = living(code);
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (found.get().used()) {
            return new Outcome.Used();
        }
        codes.put(code, found.get().afterUse());
        return new Outcome.Taken(found.get().person());
    }

    private Optional<Code> living(String code) {
        return Optional.ofNullable(codes.get(code))
                .filter(found -> clock.instant().isBefore(found.until()));
    }
}
