package cn.yuanlin.proof;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service's kept OpenAPI document, read for what it says about who may call what. */
record ApiDocument(JsonNode document) {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete", "head");

    /**
     * One operation of the document.
     *
     * @param access {@code x-access}: PUBLIC, or what a caller must be
     * @param body one that its schema allows
     * @param numbered whether a path parameter is a plain number, which names a row of whoever's estate it is
     */
    record Operation(String method, String path, String access, String body, boolean numbered) {
        boolean isPublic() {
            return access.equals("PUBLIC");
        }

        /** For whoever is signed in, about themselves. */
        boolean isPersonal() {
            return access.equals("SIGNED_IN");
        }

        boolean isInternal() {
            return path.startsWith("/internal/");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static ApiDocument of(String service) {
        return new ApiDocument(JsonMapper.shared()
                .readTree(Path.of("../..", service, "openapi.json").toFile()));
    }

    List<Operation> operations() {
        return document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(entry -> METHODS.contains(entry.getKey()))
                        .map(entry -> operation(entry.getKey(), path.getKey(), entry.getValue())))
                .toList();
    }

    private Operation operation(String method, String path, JsonNode operation) {
        var schema = operation
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        var numbered = operation
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asString().equals("path"))
                .anyMatch(parameter ->
                        parameter.path("schema").path("type").asString("").equals("integer"));
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                withWords(path, operation),
                access(operation),
                schema.isMissingNode() ? "{}" : sample(schema).toString(),
                numbered);
    }

    /** A parameter that takes one of a few words names nobody's row; the first of them stands in the path. */
    private static String withWords(String path, JsonNode operation) {
        var filled = path;
        for (var parameter : operation.path("parameters")) {
            var words = parameter.path("schema").path("enum");
            if (parameter.path("in").asString().equals("path") && !words.isEmpty()) {
                filled = filled.replace(
                        "{" + parameter.path("name").asString() + "}",
                        words.path(0).asString());
            }
        }
        return filled;
    }

    private JsonNode sample(JsonNode schema) {
        var nodes = JsonMapper.shared().getNodeFactory();
        if (schema.has("$ref")) {
            return sample(document.at(schema.path("$ref").asString().substring(1)));
        }
        if (schema.has("enum")) return schema.path("enum").path(0);
        var type = schema.path("type").isArray() ? schema.path("type").path(0) : schema.path("type");
        return switch (type.asString("string")) {
            case "object" -> {
                var object = nodes.objectNode();
                schema.path("properties")
                        .properties()
                        .forEach(field -> object.set(field.getKey(), sample(field.getValue())));
                yield object;
            }
            case "array" -> nodes.arrayNode().add(sample(schema.path("items")));
            case "integer", "number" -> nodes.numberNode(1);
            case "boolean" -> nodes.booleanNode(false);
            default ->
                nodes.stringNode(
                        switch (schema.path("format").asString("")) {
                            case "uuid" -> UUID.randomUUID().toString();
                            case "date" -> "2026-01-01";
                            default -> "abcd";
                        });
        };
    }

    private static String access(JsonNode operation) {
        var access = operation.path("x-access");
        if (access.isMissingNode()) throw new AssertionError("An operation without x-access: " + operation);
        if (!access.isArray()) return access.asString();
        return access.valueStream().map(JsonNode::asString).collect(Collectors.joining(","));
    }
}
