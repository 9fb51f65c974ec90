package cn.yuanlin.platform.testing;

import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes bodies up from the schemas of the API document. */
record SampleBody(JsonNode document) {
    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    JsonNode of(JsonNode schema) {
        if (schema.has("$ref"))
            return of(document.at(schema.path("$ref").asString().substring(1)));
        if (schema.has("enum")) return schema.path("enum").path(0);
        var type = schema.path("type").isArray() ? schema.path("type").path(0) : schema.path("type");
        return switch (type.asString()) {
            case "object" -> object(schema);
            case "array" -> MAKE.arrayNode();
            case "integer", "number" ->
                MAKE.numberNode(Math.max(1, schema.path("minimum").asInt()));
            case "boolean" -> MAKE.booleanNode(true);
            default -> MAKE.stringNode(text(schema.path("format").asString()));
        };
    }

    private ObjectNode object(JsonNode schema) {
        var made = MAKE.objectNode();
        schema.path("properties").properties().forEach(it -> made.set(it.getKey(), of(it.getValue())));
        return made;
    }

    private static String text(String format) {
        return switch (format) {
            case "uuid" -> new UUID(0, 7).toString();
            case "date" -> "2030-01-01";
            case "date-time" -> "2030-01-01T00:00:00Z";
            default -> "sample";
        };
    }
}
