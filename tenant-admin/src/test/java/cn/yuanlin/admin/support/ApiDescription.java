package cn.yuanlin.admin.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.context.annotation.Lazy;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The API document as the running service describes itself. */
@Component
public class ApiDescription {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final OpenApiWebMvcResource springdoc;

    ApiDescription(@Lazy OpenApiWebMvcResource springdoc) {
        this.springdoc = springdoc;
    }

    /** One operation of the document. */
    public record Endpoint(String method, String path, List<String> access) {
        public boolean isPublic() {
            return access.equals(List.of("PUBLIC"));
        }

        /** About the caller alone, whoever it is. */
        public boolean isPersonal() {
            return access.equals(List.of("SIGNED_IN"));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    public JsonNode document() {
        try {
            var request = new MockHttpServletRequest("GET", "/v3/api-docs");
            return JSON.readTree(springdoc.openapiJson(request, "/v3/api-docs", Locale.ROOT));
        } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The document in the form in which it is kept: keys in order, no server of the moment. */
    public String kept() {
        var document = JSON.treeToValue(document(), java.util.TreeMap.class);
        document.remove("servers");
        return new String(JSON.writeValueAsBytes(document), UTF_8) + "\n";
    }

    public List<Endpoint> endpoints() {
        var endpoints = new ArrayList<Endpoint>();
        document()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> endpoints.add(new Endpoint(
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                access(operation.getValue().path("x-access"))))));
        return endpoints;
    }

    private static List<String> access(JsonNode rule) {
        return rule.isString()
                ? List.of(rule.asString())
                : rule.valueStream().map(JsonNode::asString).toList();
    }
}
