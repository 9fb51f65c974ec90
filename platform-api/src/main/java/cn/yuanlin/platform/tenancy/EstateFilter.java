package cn.yuanlin.platform.tenancy;

import cn.yuanlin.platform.shared.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Binds the estate named in the path for the time of the request. An estate that is unknown, not open, or not the one the gateway
 * named stays unbound, and whoever checks access answers as if there were none.
 */
@Component
@Order(0)
class EstateFilter extends OncePerRequestFilter {
    private static final String PREFIX = "/api/estates/";
    private static final String GATEWAY_HEADER = "X-Estate-Id";

    private final EstateRegistry registry;
    private final Bulkhead bulkhead;
    private final int minimumSchema;
    private final HandlerExceptionResolver problems;

    EstateFilter(
            EstateRegistry registry,
            Bulkhead bulkhead,
            TenancyProperties properties,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.registry = registry;
        this.bulkhead = bulkhead;
        this.minimumSchema = properties.schema().minimum();
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(PREFIX);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            var estate = estateOf(request);
            if (estate.isEmpty()) chain.doFilter(request, response);
            else serve(estate.get(), request, response, chain);
        } catch (ProblemException refused) {
            problems.resolveException(request, response, null, refused);
        }
    }

    private Optional<Estate> estateOf(HttpServletRequest request) {
        var path = request.getRequestURI();
        var end = path.indexOf('/', PREFIX.length());
        var slug = end < 0 ? path.substring(PREFIX.length()) : path.substring(PREFIX.length(), end);
        var named = request.getHeader(GATEWAY_HEADER);
        return registry.bySlug(slug)
                .filter(estate -> estate.state().isOpen())
                .filter(estate -> named == null || named.equals(estate.id().toString()));
    }

    private void serve(Estate estate, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var version = estate.schemaVersion();
        if (version == null || version < minimumSchema)
            throw TenancyProblem.ESTATE_UPGRADING.problem().retryAfter(60).raise();
        try (var turn = bulkhead.enter(estate.id());
                var logged = MDC.putCloseable("estate", estate.id().toString())) {
            CurrentEstate.call(estate, () -> {
                chain.doFilter(request, response);
                return turn;
            });
        } catch (ServletException | IOException | RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new ServletException(impossible);
        }
    }
}
