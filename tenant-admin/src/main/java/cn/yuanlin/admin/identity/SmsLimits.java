package cn.yuanlin.admin.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How many codes one phone, and one sender, may ask for: enough for a clumsy day, too little to bother anybody. */
final class SmsLimits {
    static final Duration RESEND_AFTER = Duration.ofMinutes(1);
    /** The longest window of all: what is older counts for nothing. */
    static final Duration LONGEST = Duration.ofDays(1);

    private static final List<Limit> OF_PHONE =
            List.of(new Limit(1, RESEND_AFTER), new Limit(5, Duration.ofHours(1)), new Limit(10, Duration.ofDays(1)));
    private static final List<Limit> OF_SENDER = List.of(new Limit(20, Duration.ofHours(1)));

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

    /** How long to wait until both limits allow another; empty if they do now. */
    static Optional<Duration> wait(List<Instant> ofPhone, List<Instant> ofSender, Instant now) {
        return Stream.concat(
                        OF_PHONE.stream().map(limit -> limit.wait(ofPhone, now)),
                        OF_SENDER.stream().map(limit -> limit.wait(ofSender, now)))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }
}
