package cn.yuanlin.bench;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A cell's internal door, used as tenant-admin uses it. */
final class CellDoor {
    private static final int AT_ONCE = 4;
    private static final UUID COMMUNITY = new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0001L);
    private static final UUID STREET = new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0002L);

    private final Door door;

    CellDoor(Door door) {
        this.door = door;
    }

    void register(BenchEstate estate) {
        door.put(
                path(estate),
                Map.of(
                        "schema",
                        estate.schema(),
                        "slug",
                        estate.slug(),
                        "name",
                        "测试小区" + estate.slug(),
                        "city",
                        "NINGBO",
                        "communityId",
                        COMMUNITY,
                        "communityName",
                        "测试社区",
                        "streetId",
                        STREET,
                        "streetName",
                        "测试街道"));
    }

    void makeSchema(BenchEstate estate) {
        door.put(path(estate) + "/schema", Map.of());
    }

    /** Estates as onboarding leaves them, without their contents. */
    void open(List<BenchEstate> estates) {
        SideBySide.run(estates, AT_ONCE, estate -> {
            register(estate);
            makeSchema(estate);
            door.put(path(estate) + "/state", Map.of("state", "ACTIVE"));
        });
    }

    int schemaVersion(BenchEstate estate) {
        return door.get(path(estate)).path("schemaVersion").asInt();
    }

    /** Reads something anybody may read, out of the estate's own schema. */
    void readProducts(BenchEstate estate) {
        var status = door.look("/api/estates/" + estate.slug() + "/products");
        if (status != 200) throw new IllegalStateException(estate.slug() + " answered " + status);
    }

    private static String path(BenchEstate estate) {
        return "/internal/estates/" + estate.id();
    }
}
