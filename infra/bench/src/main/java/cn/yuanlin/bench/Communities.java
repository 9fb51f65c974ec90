package cn.yuanlin.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Offices, founded through the public API. */
final class Communities {
    private Communities() {}

    /** @return ids of that many communities below one street */
    static List<String> found(Door door, int count) {
        var street = found(door, Map.of("kind", "STREET", "name", "测试街道", "city", "NINGBO"));
        return IntStream.range(0, count)
                .mapToObj(number -> found(
                        door,
                        Map.of("kind", "COMMUNITY", "name", "测试社区" + number, "city", "NINGBO", "parentId", street)))
                .toList();
    }

    private static String found(Door door, Map<String, String> office) {
        return door.post("/offices", office).path("id").asString();
    }
}
