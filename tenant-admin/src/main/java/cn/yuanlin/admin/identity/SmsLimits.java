package cn.yuanlin.admin.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How many codes may be asked for: enough for a clumsy day, too little to bother anybody. The narrow limits are of one sender for one phone, so
 * that a stranger uses up their own and not the owner's; the phone's are wider, and hold against many senders.
 */
final class SmsLimits {
    static final Duration RESEND_AFTER = Duration.ofMinutes(1);
    /** The longest window of all: what is older counts for nothing. */
    static final Duration LONGEST = Duration.ofDays(1);

    private static final List<Limit> OF_PAIR =
            List.of(new Limit(5, Duration.ofHours(1)), new Limit(10, Duration.ofDays(1)));
    private static final List<Limit> OF_PHONE =
            List.of(new Limit(1, RESEND_AFTER), new Limit(10, Duration.ofHours(1)), new Limit(40, Duration.ofDays(1)));

    /** Wrong codes: five guesses at what one was sent, and a few such days in one. */
    private static final List<Limit> TRIES_OF_PAIR =
            List.of(new Limit(5, Duration.ofMinutes(5)), new Limit(15, Duration.ofDays(1)));
    /** With at most five codes alive, one a minute, these are good for one phone in three thousand a day. */
    private static final List<Limit> TRIES_OF_PHONE = List.of(new Limit(60, Duration.ofDays(1)));

    private SmsLimits() {}

    private record Limit(int most, Duration within) {
        Optional<Duration> wait(List<Instant> requests, Instant now) {
            var counted = requests.stream()
                    .filter(at -> at.plus(within).isAfter(now))
                    .sorted(Comparator.reverseOrder())
                    .toList();
            // Free again when the oldest of the last "most" leaves the window.
            return counted.size() < most
                    ? Optional.empty()
                    : Optional.of(Duration.between(now, counted.get(most - 1).plus(within)));
        }
    }

    /**
     * How long to wait until all limits allow another; empty if they do now.
     *
     * @param ofPair what this sender asked for this phone
     * @param senderHourly how many codes one sender gets an hour, for however many phones
     */
    static Optional<Duration> wait(
            List<Instant> ofPhone, List<Instant> ofPair, List<Instant> ofSender, int senderHourly, Instant now) {
        return Stream.of(
                        waits(OF_PHONE, ofPhone, now),
                        waits(OF_PAIR, ofPair, now),
                        waits(List.of(new Limit(senderHourly, Duration.ofHours(1))), ofSender, now))
                .flatMap(each -> each)
                .max(Comparator.naturalOrder());
    }

    /** How long to wait after these wrong ones until another guess is taken; empty if it is now. */
    static Optional<Duration> waitForTry(List<Instant> ofPhone, List<Instant> ofPair, Instant now) {
        return Stream.concat(waits(TRIES_OF_PHONE, ofPhone, now), waits(TRIES_OF_PAIR, ofPair, now))
                .max(Comparator.naturalOrder());
    }

    private static Stream<Duration> waits(List<Limit> limits, List<Instant> events, Instant now) {
        return limits.stream().map(limit -> limit.wait(events, now)).flatMap(Optional::stream);
    }
}
