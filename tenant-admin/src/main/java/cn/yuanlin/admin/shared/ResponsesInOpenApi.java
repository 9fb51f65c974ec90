package cn.yuanlin.admin.shared;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What we answer always names every property, if need be with null; what we are sent may leave out what may be null.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ResponsesInOpenApi implements GlobalOpenApiCustomizer {
    private static final String REFERENCE = "#/components/schemas/";

    @Override
    public void customise(OpenAPI document) {
        var sent = sent(document);
        document.getComponents().getSchemas().forEach((name, schema) -> {
            if (!sent.contains(name) && schema.getProperties() != null) {
                schema.setRequired(
                        List.copyOf(new ArrayList<String>(schema.getProperties().keySet())));
            }
        });
    }

    /** Names of the schemas that request bodies are made of, however deep. */
    private static Set<String> sent(OpenAPI document) {
        var names = new HashSet<String>();
        Deque<Schema<?>> open = new ArrayDeque<>();
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .flatMap(ResponsesInOpenApi::bodies)
                .forEach(open::add);
        while (!open.isEmpty()) {
            var schema = open.pop();
            name(schema)
                    .filter(names::add)
                    .map(document.getComponents().getSchemas()::get)
                    .ifPresent(open::add);
            children(schema).forEach(open::add);
        }
        return names;
    }

    private static Stream<Schema<?>> bodies(Operation operation) {
        return Optional.ofNullable(operation.getRequestBody())
                .map(body -> body.getContent().values().stream().<Schema<?>>map(media -> media.getSchema()))
                .orElse(Stream.empty())
                .filter(Objects::nonNull);
    }

    private static Optional<String> name(Schema<?> schema) {
        return Optional.ofNullable(schema.get$ref()).map(reference -> reference.substring(REFERENCE.length()));
    }

    private static Stream<Schema<?>> children(Schema<?> schema) {
        var children = new ArrayList<Schema<?>>();
        Optional.ofNullable(schema.getProperties())
                .ifPresent(all -> all.values().forEach(children::add));
        Optional.ofNullable(schema.getOneOf()).ifPresent(all -> all.forEach(children::add));
        Optional.<Schema<?>>ofNullable(schema.getItems()).ifPresent(children::add);
        return children.stream();
    }
}
