package cn.yuanlin.admin.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Ids ids = new Ids(Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void carriesTheTimeInFront() {
        var id = ids.next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    void ascendsInsideOneMillisecondAndPastItsCounter() {
        var texts = Stream.generate(ids::next).limit(10_000).map(UUID::toString).toList();

        assertThat(texts).isSorted().doesNotHaveDuplicates();
    }
}
