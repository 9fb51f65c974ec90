package cn.yuanlin.admin.shared;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Says in the API document what every answer other than success looks like. */
@Component
class ProblemsInOpenApi implements GlobalOpenApiCustomizer {
    private static final String NAME = "Problem";
    private static final String FIELD_ERROR = "FieldError";

    @Override
    public void customise(OpenAPI document) {
        document.getComponents().addSchemas(FIELD_ERROR, fieldError());
        document.getComponents().addSchemas(NAME, problem());
        var answer = new ApiResponse()
                .description("a problem, RFC 9457")
                .content(new Content()
                        .addMediaType(
                                org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                new MediaType().schema(new Schema<>().$ref(NAME))));
        document.getPaths()
                .values()
                .forEach(path -> path.readOperations()
                        .forEach(operation -> operation.getResponses().addApiResponse("default", answer)));
    }

    private static Schema<?> fieldError() {
        var error = object("field", "detail");
        error.setRequired(List.of("field", "detail"));
        return error;
    }

    private static Schema<?> problem() {
        var problem = object("type", "title", "detail", "instance", "requestId");
        problem.addProperty("status", new IntegerSchema());
        problem.addProperty("errors", new ArraySchema().items(new Schema<>().$ref(FIELD_ERROR)));
        problem.setRequired(List.of("type", "title", "status", "detail"));
        problem.setAdditionalProperties(true);
        return problem;
    }

    private static Schema<?> object(String... texts) {
        var schema = new ObjectSchema();
        for (var text : texts) {
            schema.addProperty(text, new StringSchema());
        }
        return schema;
    }
}
