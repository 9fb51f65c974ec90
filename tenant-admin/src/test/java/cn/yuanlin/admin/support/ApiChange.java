package cn.yuanlin.admin.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.output.ConsoleRender;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What changed between two API documents, and whether callers of the old one notice. */
public record ApiChange(boolean breaking, String report) {
    private static final JsonMapper JSON = new JsonMapper();

    public static ApiChange between(String before, String after) {
        var diff = OpenApiCompare.fromContents(downgraded(before), downgraded(after));
        var report = new ByteArrayOutputStream();
        new ConsoleRender().render(diff, new OutputStreamWriter(report, UTF_8));
        return new ApiChange(diff.isIncompatible(), report.toString(UTF_8));
    }

    /** As OpenAPI 3.0: the comparison does not look into the schemas of 3.1. */
    private static String downgraded(String document) {
        var root = (ObjectNode) JSON.readTree(document);
        root.put("openapi", "3.0.3");
        return JSON.writeValueAsString(downgraded(root));
    }

    private static JsonNode downgraded(JsonNode node) {
        switch (node) {
            case ArrayNode array -> array.forEach(ApiChange::downgraded);
            case ObjectNode object -> {
                if (object.path("type") instanceof ArrayNode types) {
                    object.put("type", types.path(0).asString()).put("nullable", true);
                }
                if (object.path("oneOf") instanceof ArrayNode either && either.size() == 2) {
                    var type = either.path(0);
                    object.remove("oneOf");
                    object.put("nullable", true).putArray("allOf").add(type);
                }
                object.forEach(ApiChange::downgraded);
            }
            default -> {}
        }
        return node;
    }
}
