package cn.yuanlin.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CodesTest {
    private final MovableClock clock =
            new MovableClock(Clock.fixed(Instant.parse("2026-11-22T04:00:00Z"), ZoneOffset.UTC));
    private final Codes codes = new Codes(clock);

    @Test
    void expiresAtTheInstantItIsFiveMinutesOld() {
        var early = codes.issue("p1");
        var late = codes.issue("p2");
        clock.advance(Codes.LIFE.minusMillis(1));
        assertThat(codes.take(early)).isEqualTo(new Codes.Outcome.Taken("p1"));
        clock.advance(Duration.ofMillis(1));
        assertThat(codes.take(late)).isEqualTo(new Codes.Outcome.Unknown());
        assertThat(codes.take(early)).isEqualTo(new Codes.Outcome.Unknown());
    }

    @Test
    void isTakenOnceWhoeverAsksAtTheSameTime() throws Exception {
        var code = codes.issue("p1");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Codes.Outcome> taking = () -> codes.take(code);
            var outcomes = threads.invokeAll(
                    IntStream.range(0, 50).mapToObj(each -> taking).toList());
            var taken = 0;
            for (var outcome : outcomes) {
                if (outcome.get() instanceof Codes.Outcome.Taken) {
                    taken++;
                }
            }
            assertThat(taken).isEqualTo(1);
        }
    }

    @Test
    void forgetsTheOldestWhenThereAreTooMany() {
        var map = new BoundedMap<String, Integer>(2);
        List.of("a", "b", "c").forEach(key -> map.put(key, 1));
        assertThat(map).containsOnlyKeys("b", "c");
        var recent = new Recent<String>(2);
        List.of("a", "b", "c").forEach(recent::add);
        assertThat(recent.find(any -> true)).containsExactly("c", "b");
    }
}
