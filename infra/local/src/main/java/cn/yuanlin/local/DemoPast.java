package cn.yuanlin.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code infra/demo/past.json}: what happened to the demo's rolls since they were taken. */
record DemoPast(List<Change> changes) {
    private static final Duration OPENING = Duration.ofMinutes(1);

    /**
     * One change of one unit.
     *
     * @param estate its slug
     * @param door as people write it
     * @param holders as the API takes them
     */
    record Change(
            String estate,
            String door,
            String kind,
            String effectiveOn,
            String reason,
            List<Map<String, Object>> holders) {}

    static DemoPast read(Path root) {
        return Http.JSON.readValue(root.resolve("infra/demo/past.json").toFile(), DemoPast.class);
    }

    /**
     * Enters an estate's past in its order, as its committee would; what was entered before stays.
     *
     * @param committee somebody of it, at {@code /api}
     */
    void enter(OfficeClient committee, String estate) {
        for (var change : changes) {
            if (change.estate().equals(estate)) {
                enter(committee, change);
            }
        }
    }

    private static void enter(OfficeClient committee, Change change) {
        var roll = "/estates/" + change.estate() + "/roll";
        var body = new LinkedHashMap<String, Object>();
        body.put(
                "unit",
                unit(committee, roll + "?q=" + Http.encode(change.door())).asString());
        body.put("kind", change.kind());
        body.put("effectiveOn", change.effectiveOn());
        body.put("reason", change.reason());
        body.put("holders", change.holders());
        try {
            committee.post(roll + "/changes", body);
        } catch (RefusedException e) {
            if (!e.is("roll-unchanged") && !e.is("roll-changed-later")) {
                throw e;
            }
        }
    }

    /** The gateway hears of an estate's opening, and the cell of its committee, some moments later. */
    private static JsonNode unit(OfficeClient committee, String path) {
        var found = new JsonNode[1];
        Waiting.until(OPENING, path, Duration.ofMillis(500), () -> {
            try {
                found[0] =
                        committee.get(path).path("items").path(0).path("unit").path("id");
                return found[0].isString();
            } catch (RefusedException e) {
                if (e.status() != 403 && e.status() != 404) {
                    throw e;
                }
                return false;
            }
        });
        return found[0];
    }
}
