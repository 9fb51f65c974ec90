package cn.yuanlin.bench;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

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
                        nameOf(estate),
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
            activate(estate);
        });
    }

    void activate(BenchEstate estate) {
        door.put(path(estate) + "/state", Map.of("state", "ACTIVE"));
    }

    void admit(BenchEstate estate, String subject, String role) {
        door.put(path(estate) + "/members/" + subject, Map.of("name", "测试成员", "roles", List.of(role)));
    }

    /** @return what the cell found in it */
    JsonNode stage(BenchEstate estate, String workbook, byte[] file) {
        return door.putFile(path(estate) + workbook, file);
    }

    void importWorkbook(BenchEstate estate, String workbook) {
        door.post(path(estate) + workbook + "/import", Map.of());
    }

    static String nameOf(BenchEstate estate) {
        return "测试小区" + estate.slug();
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
