package cn.yuanlin.admin.security;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Writes the rule that is enforced into the API document, from the same annotation. */
@Component
class AccessInOpenApi implements GlobalOperationCustomizer {
    private static final String EXTENSION = "x-access";

    AccessInOpenApi() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        var access = handler.getMethodAnnotation(Access.class);
        if (access == null) {
            return operation;
        }
        var grants = Arrays.stream(access.value()).map(Grant::name).sorted().toList();
        if (grants.contains(Grant.PUBLIC.name())) {
            operation.addExtension(EXTENSION, Grant.PUBLIC.name());
            return operation.security(List.of());
        }
        operation.addExtension(EXTENSION, grants);
        return operation.security(List.of(new SecurityRequirement().addList("bearer")));
    }
}
