package cn.yuanlin.gateway.session;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Found before the routes to services: all else below {@code /api/identity} is tenant-admin's. */
@Configuration(proxyBeanMethods = false)
class SessionRoutes {
    @Bean
    RouterFunction<ServerResponse> sessions(SessionHandler handler) {
        return RouterFunctions.route()
                .POST("/api/identity/sessions/refresh", handler::refresh)
                .POST("/api/identity/sessions/sign-out", handler::signOut)
                .build();
    }
}
