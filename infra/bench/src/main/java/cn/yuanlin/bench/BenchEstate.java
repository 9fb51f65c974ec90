package cn.yuanlin.bench;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** An estate that exists for measuring only. */
record BenchEstate(UUID id, String slug, String schema) {
    static BenchEstate number(int number) {
        // The shape of a version 7 id; its last 12 digits name the schema.
        var id = new UUID(0x0190_0000_0000_7000L | number, 0x8000_0000_0000_0000L | number);
        return new BenchEstate(id, "bench-" + number, "e_" + id.toString().substring(24));
    }

    static List<BenchEstate> range(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(BenchEstate::number).toList();
    }
}
