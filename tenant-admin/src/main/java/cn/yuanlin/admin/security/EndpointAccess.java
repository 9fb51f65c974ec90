package cn.yuanlin.admin.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Enforces {@link Access} for every request, before any handler, filter of a body or parser is reached. */
@Component
class EndpointAccess implements AuthorizationManager<RequestAuthorizationContext> {
    private static final AuthorizationDecision YES = new AuthorizationDecision(true);
    private static final AuthorizationDecision NO = new AuthorizationDecision(false);

    /** Late, because the mappings are built after the security chain. */
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    private final CallerReader callers;

    EndpointAccess(ObjectProvider<RequestMappingHandlerMapping> mappings, CallerReader callers) {
        this.mappings = mappings;
        this.callers = callers;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends Authentication> authentication, RequestAuthorizationContext context) {
        var request = context.getRequest();
        var target = target(request);
        if (target instanceof Target.Handler(var handler)) {
            return decide(handler, authentication.get(), request);
        }
        // Nothing is there to protect; the signed-in learn that (404, 405), nobody else does.
        return authentication.get() instanceof JwtAuthenticationToken ? YES : NO;
    }

    private AuthorizationDecision decide(HandlerMethod handler, Authentication who, HttpServletRequest request) {
        var access = handler.getMethodAnnotation(Access.class);
        if (access == null) {
            return NO;
        }
        var grants = Set.of(access.value());
        if (grants.contains(Grant.PUBLIC)) {
            return YES;
        }
        if (!(who instanceof JwtAuthenticationToken signedIn)) {
            return NO;
        }
        var caller = callers.admit(signedIn.getToken(), grants);
        caller.ifPresent(admitted -> CurrentCaller.set(request, admitted));
        return caller.isPresent() ? YES : NO;
    }

    private Target target(HttpServletRequest request) {
        if (!ServletRequestPathUtils.hasParsedRequestPath(request)) {
            ServletRequestPathUtils.parseAndCache(request);
        }
        for (var mapping : mappings.orderedStream().toList()) {
            try {
                var found = Optional.ofNullable(mapping.getHandler(request));
                if (found.isPresent() && found.get().getHandler() instanceof HandlerMethod handler) {
                    return new Target.Handler(handler);
                }
            } catch (HttpRequestMethodNotSupportedException elsewhere) {
                return new Target.Nothing();
            } catch (Exception unreadable) {
                // Also a wrong content type: the dispatcher answers it, to the signed-in only.
                return new Target.Nothing();
            }
        }
        return new Target.Nothing();
    }

    private sealed interface Target {
        record Handler(HandlerMethod method) implements Target {}

        record Nothing() implements Target {}
    }
}
