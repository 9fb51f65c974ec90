package cn.yuanlin.admin.support;

import cn.yuanlin.admin.security.Access;
import cn.yuanlin.admin.security.Grant;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.OncePerRequestFilter;

/** An endpoint and a filter that fail as asked. */
@Hidden
@RestController
public class Faulty extends OncePerRequestFilter {
    public static final String PATH = "/api/platform/faulty";
    public static final String SECRET = "host=10.0.0.1 password";

    /** Where and why it fails. */
    public enum Kind {
        BUG,
        DATABASE_AWAY,
        FILTER
    }

    @GetMapping(PATH)
    @Access(Grant.PUBLIC)
    String fail(@RequestParam Kind kind) {
        if (kind == Kind.DATABASE_AWAY) {
            throw new DataAccessResourceFailureException(SECRET);
        }
        throw new IllegalStateException(SECRET);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getRequestURI().equals(PATH) && Kind.FILTER.name().equals(request.getParameter("kind"))) {
            throw new DataAccessResourceFailureException(SECRET);
        }
        chain.doFilter(request, response);
    }
}
