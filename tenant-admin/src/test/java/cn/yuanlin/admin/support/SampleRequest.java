package cn.yuanlin.admin.support;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes requests up from the API document, good enough to get past validation and reach the question of whose it is. */
public final class SampleRequest {
    private static final String REFERENCE = "#/components/schemas/";
    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode document;
    private final Map<String, String> known;

    /** @param known values by the name of the path variable, the parameter or the property */
    public SampleRequest(JsonNode document, Map<String, String> known) {
        this.document = document;
        this.known = known;
    }

    public String path(ApiDescription.Endpoint endpoint) {
        var path = endpoint.path();
        for (var value : known.entrySet()) {
            path = path.replace("{" + value.getKey() + "}", value.getValue());
        }
        var query = operation(endpoint)
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asString().equals("query"))
                .filter(parameter -> parameter.path("required").asBoolean())
                .map(parameter -> parameter.path("name").asString() + "=sample")
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** Empty if the operation takes no JSON. */
    public Optional<Object> body(ApiDescription.Endpoint endpoint) {
        var schema = operation(endpoint).at("/requestBody/content/application~1json/schema");
        return schema.isMissingNode()
                ? Optional.empty()
                : Optional.of(JSON.treeToValue(sample("", schema), Object.class));
    }

    private JsonNode operation(ApiDescription.Endpoint endpoint) {
        return document.path("paths")
                .path(endpoint.path())
                .path(endpoint.method().toLowerCase(Locale.ROOT));
    }

    private JsonNode sample(String name, JsonNode schema) {
        var make = JsonNodeFactory.instance;
        if (known.containsKey(name)) {
            return make.stringNode(known.get(name));
        }
        if (schema.has("$ref")) {
            return sample(
                    name,
                    document.at("/components/schemas/"
                            + schema.path("$ref").asString().substring(REFERENCE.length())));
        }
        if (schema.has("enum")) {
            return schema.path("enum").path(0);
        }
        var type = schema.path("type").isArray() ? schema.path("type").path(0) : schema.path("type");
        return switch (type.asString()) {
            case "object" -> object(schema);
            case "array" -> make.arrayNode();
            case "integer", "number" ->
                make.numberNode(Math.max(1, schema.path("minimum").asInt()));
            case "boolean" -> make.booleanNode(true);
            default ->
                make.stringNode(schema.path("format").asString().equals("uuid") ? new UUID(0, 7).toString() : "sample");
        };
    }

    private ObjectNode object(JsonNode schema) {
        var made = JsonNodeFactory.instance.objectNode();
        schema.path("properties").properties().forEach(it -> made.set(it.getKey(), sample(it.getKey(), it.getValue())));
        return made;
    }
}
