package cn.yuanlin.platform.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.context.annotation.Lazy;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The API as the running service describes it. */
@Component
public class ApiDocument {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private final OpenApiWebMvcResource springdoc;

    ApiDocument(@Lazy OpenApiWebMvcResource springdoc) {
        this.springdoc = springdoc;
    }

    /** @param access {@code PUBLIC}, {@code MEMBER} and so on, or the roles */
    public record Operation(String method, String path, String id, List<String> access) {
        public boolean isPublic() {
            return access.equals(List.of("PUBLIC"));
        }

        /** Whoever is signed in may call it, and sees their own only. */
        public boolean isForAnyPerson() {
            return access.equals(List.of("SIGNED_IN"));
        }

        public boolean isOfAnEstate() {
            return path.startsWith("/api/estates/{slug}");
        }

        /** The names of the variables of the path but the slug. */
        public List<String> variables() {
            return VARIABLE.matcher(path)
                    .results()
                    .map(match -> match.group(1))
                    .filter(name -> !name.equals("slug"))
                    .toList();
        }

        /** With the estate's slug and a value for each other variable. */
        public String pathIn(String slug, Map<String, ?> values) {
            return VARIABLE.matcher(path.replace("{slug}", slug))
                    .replaceAll(match -> String.valueOf(values.get(match.group(1))));
        }

        /** With the estate's slug and the same value for every other variable. */
        public String pathIn(String slug, Object id) {
            return path.replace("{slug}", slug).replaceAll("\\{\\w+}", id.toString());
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** Names of path variables of estates' operations. */
    public Set<String> variables() {
        return operations().stream()
                .filter(Operation::isOfAnEstate)
                .flatMap(operation -> operation.variables().stream())
                .collect(Collectors.toSet());
    }

    /** Good enough to get past validation and reach the question of whose it is; null if the operation takes no JSON. */
    public @Nullable Object sampleBody(Operation operation) {
        var document = tree();
        var schema = document.path("paths")
                .path(operation.path())
                .path(operation.method().toLowerCase(Locale.ROOT))
                .at("/requestBody/content/application~1json/schema");
        return schema.isMissingNode()
                ? null
                : new SampleBody(document).of(schema).toString();
    }

    /** Keys in order, so that it can be kept and compared. */
    public String text() {
        return JSON.writeValueAsString(JSON.treeToValue(tree(), TreeMap.class)) + "\n";
    }

    public List<Operation> operations() {
        return operations(tree());
    }

    /** Those of a document that is kept as text. */
    public static List<Operation> operations(String document) {
        return operations(JSON.readTree(document));
    }

    private static List<Operation> operations(JsonNode document) {
        var operations = new ArrayList<Operation>();
        for (var path : document.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                var rule = operation.getValue().path("x-access");
                var access = rule.isString()
                        ? List.of(rule.asString())
                        : rule.valueStream().map(JsonNode::asString).toList();
                operations.add(new Operation(
                        operation.getKey().toUpperCase(Locale.ROOT),
                        path.getKey(),
                        operation.getValue().path("operationId").asString(),
                        access));
            }
        }
        return operations;
    }

    private JsonNode tree() {
        try {
            var request = new MockHttpServletRequest("GET", "/v3/api-docs");
            return JSON.readTree(new String(springdoc.openapiJson(request, "/v3/api-docs", Locale.ROOT), UTF_8));
        } catch (com.fasterxml.jackson.core.JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
