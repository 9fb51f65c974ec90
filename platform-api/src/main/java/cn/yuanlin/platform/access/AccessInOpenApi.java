package cn.yuanlin.platform.access;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Writes into the API document who may call what, from the annotation that is enforced, and the estate's slug into every path. */
@Component
class AccessInOpenApi implements GlobalOperationCustomizer, GlobalOpenApiCustomizer {
    private static final String EXTENSION = "x-access";
    private static final String SCHEME = "bearer";
    private static final String SLUG = "{slug}";

    AccessInOpenApi() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        var access = AccessInterceptor.accessOf(handler);
        if (access == null) return operation;
        operation.addExtension(EXTENSION, describe(access));
        return access.value() == Access.Level.PUBLIC
                ? operation.security(List.of())
                : operation.security(List.of(new SecurityRequirement().addList(SCHEME)));
    }

    private static Object describe(Access access) {
        if (access.value() != Access.Level.ROLES) return access.value().name();
        return Arrays.stream(access.roles()).map(Enum::name).sorted().toList();
    }

    @Override
    public void customise(OpenAPI document) {
        document.setInfo(new Info().title("Yuanlin platform-api").version("1"));
        document.setServers(null);
        document.getComponents()
                .addSecuritySchemes(
                        SCHEME,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme(SCHEME)
                                .bearerFormat("JWT"));
        document.getPaths().forEach((path, item) -> {
            if (path.contains(SLUG)) item.readOperations().forEach(AccessInOpenApi::addSlug);
        });
    }

    private static void addSlug(Operation operation) {
        var parameters = operation.getParameters() == null ? List.<Parameter>of() : operation.getParameters();
        var names = Set.copyOf(parameters.stream().map(Parameter::getName).toList());
        if (names.contains("slug")) return;
        operation.addParametersItem(new Parameter()
                .in("path")
                .name("slug")
                .required(true)
                .description("the estate's name in addresses")
                .schema(new StringSchema()));
    }
}
