package cn.yuanlin.gateway;

import cn.yuanlin.gateway.Backend.Answer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Stands for tenant-admin: serves a route table with an ETag, and says who it is to all else. */
class TenantAdminStub implements AutoCloseable {
    final Backend backend = new Backend(this::answer);
    private volatile Table table = table(1);

    /** Version and rows in one piece: asked in between, a tag must not come with the older rows. */
    private record Table(int version, String json) {}

    record Row(String slug, UUID estate, String cell, String url, String state) {
        String json() {
            return "{\"slug\":\"" + slug + "\",\"estateId\":\"" + estate + "\",\"cell\":\"" + cell + "\",\"url\":\""
                    + url + "\",\"state\":\"" + state + "\"}";
        }
    }

    static Row row(String slug, UUID estate, String cell, Backend backend) {
        return new Row(slug, estate, cell, backend.url(), "ACTIVE");
    }

    void serves(Row... rows) {
        servesVersion(table.version() + 1, rows);
    }

    void servesVersion(int version, Row... rows) {
        table = table(version, rows);
    }

    /** As after archiving estates. */
    void servesVersionWithout(int version, List<UUID> gone, Row... rows) {
        table = new Table(
                version,
                "{\"version\":" + version + ",\"routes\":["
                        + List.of(rows).stream().map(Row::json).collect(Collectors.joining(",")) + "],\"gone\":["
                        + gone.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(",")) + "]}");
    }

    /** As tenant-admin answered before it named archived estates: without a word of them. */
    private static Table table(int version, Row... rows) {
        return new Table(
                version,
                "{\"version\":" + version + ",\"routes\":["
                        + List.of(rows).stream().map(Row::json).collect(Collectors.joining(",")) + "]}");
    }

    private Answer answer(Backend.Seen request) {
        if (!request.uri().equals("/internal/routes")) {
            return Answer.json(200, "{\"by\":\"tenant-admin\",\"uri\":\"" + request.uri() + "\"}");
        }
        if (!request.header("Authorization").equals("Bearer service-token")) {
            return Answer.json(401, "{}");
        }
        var now = table;
        var tag = "\"" + now.version() + "\"";
        if (request.header("If-none-match").equals(tag)) {
            return new Answer(304, Map.of("ETag", tag), "");
        }
        return new Answer(200, Map.of("ETag", tag, "Content-Type", "application/json"), now.json());
    }

    @Override
    public void close() {
        backend.close();
    }
}
