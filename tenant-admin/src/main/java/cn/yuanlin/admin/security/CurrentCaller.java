package cn.yuanlin.admin.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The checked caller of the request in hand. */
public final class CurrentCaller {
    private static final String ATTRIBUTE = Caller.class.getName();

    private CurrentCaller() {}

    /** Empty outside requests and on PUBLIC endpoints. */
    public static Optional<Caller> get() {
        return Optional.ofNullable(RequestContextHolder.getRequestAttributes())
                .map(request -> (Caller) request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST));
    }

    static void set(HttpServletRequest request, Caller caller) {
        request.setAttribute(ATTRIBUTE, caller);
    }
}
