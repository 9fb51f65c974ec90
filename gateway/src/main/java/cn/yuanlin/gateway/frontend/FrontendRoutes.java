package cn.yuanlin.gateway.frontend;

import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Addresses of the front ends: the console below its own path, the residents' app on everything else. */
@Configuration(proxyBeanMethods = false)
class FrontendRoutes {
    private static final String CONSOLE = "/console/";
    /**
     * A page of the app: its part and its name. What is the API's or the console's, or never public, is none: a wrong
     * address there must stay a 404.
     */
    private static final String PAGE = "/{part:(?!(?:api|console|internal|actuator)$)[A-Za-z-]+}/{page:[A-Za-z-]+}";

    @Bean
    RouterFunction<ServerResponse> console(FrontendSettings settings) {
        var files = new FrontEnd(settings.consoleDirectory());
        var config = new ConsoleConfig(settings.issuer(), settings.consoleClientId(), settings.apiBase());
        return RouterFunctions.route()
                .GET(
                        "/console",
                        request -> ServerResponse.permanentRedirect(URI.create(CONSOLE))
                                .build())
                .GET("/console/config.json", request -> tell(config))
                .route(read("/console/**"), request -> files.fileOrPage(below(CONSOLE, request), request))
                .build();
    }

    /** Where there is no app, {@code /} leads to the console. */
    @Bean
    RouterFunction<ServerResponse> app(FrontendSettings settings) {
        var files = new FrontEnd(settings.appDirectory());
        if (!files.isHere()) {
            return RouterFunctions.route()
                    .GET(
                            "/",
                            request -> ServerResponse.temporaryRedirect(URI.create(CONSOLE))
                                    .build())
                    .build();
        }
        return RouterFunctions.route()
                .route(read("/").or(read(PAGE)), files::index)
                .route(read("/assets/**").or(read("/static/**")), request -> files.file(below("/", request), request))
                .build();
    }

    private static Mono<ServerResponse> tell(ConsoleConfig config) {
        return ServerResponse.ok()
                .cacheControl(CacheControl.noCache())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(config);
    }

    private static RequestPredicate read(String path) {
        return RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD).and(RequestPredicates.path(path));
    }

    private static String below(String base, ServerRequest request) {
        return request.uri().getRawPath().substring(base.length());
    }
}
