package cn.yuanlin.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Leaves the token of a call to a PUBLIC handler unread: an expired one must not turn a page away that everybody may see, and a
 * good one must not change the body.
 */
@Component
class PublicEndpoints implements BearerTokenResolver {
    private final DefaultBearerTokenResolver tokens = new DefaultBearerTokenResolver();
    private final Supplier<List<RequestMappingInfo>> publicOnes;

    PublicEndpoints(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        publicOnes = SingletonSupplier.of(() -> mappings.getObject().getHandlerMethods().entrySet().stream()
                .filter(entry -> {
                    var access = AccessInterceptor.accessOf(entry.getValue());
                    return access != null && access.value() == Access.Level.PUBLIC;
                })
                .map(entry -> entry.getKey())
                .toList());
    }

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        return isPublic(request) ? null : tokens.resolve(request);
    }

    private boolean isPublic(HttpServletRequest request) {
        var path = PathContainer.parsePath(request.getRequestURI());
        var asked = HttpMethod.valueOf(request.getMethod());
        var method = asked.equals(HttpMethod.HEAD) ? HttpMethod.GET : asked;
        return publicOnes.get().stream().anyMatch(info -> serves(info, method, path));
    }

    private static boolean serves(RequestMappingInfo info, HttpMethod method, PathContainer path) {
        var methods = info.getMethodsCondition().getMethods();
        var patterns = info.getPathPatternsCondition();
        return (methods.isEmpty()
                        || methods.stream().anyMatch(m -> m.asHttpMethod().equals(method)))
                && patterns != null
                && patterns.getPatterns().stream().anyMatch(pattern -> pattern.matches(path));
    }
}
