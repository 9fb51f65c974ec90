package cn.yuanlin.gateway.frontend;

import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Addresses of the front ends. {@code /} leads to the console for as long as there is no app for residents. */
@Configuration(proxyBeanMethods = false)
class FrontendRoutes {
    private static final URI CONSOLE = URI.create(ConsoleHandler.BASE);

    @Bean
    RouterFunction<ServerResponse> frontends(ConsoleHandler console) {
        return RouterFunctions.route()
                .GET("/", request -> ServerResponse.temporaryRedirect(CONSOLE).build())
                .GET(
                        "/console",
                        request -> ServerResponse.permanentRedirect(CONSOLE).build())
                .GET("/console/config.json", console::config)
                .GET("/console/**", console::file)
                .HEAD("/console/**", console::file)
                .build();
    }
}
