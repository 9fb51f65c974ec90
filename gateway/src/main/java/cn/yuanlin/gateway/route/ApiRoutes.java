package cn.yuanlin.gateway.route;

import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/**
 * The public API, all of it: what is not listed here is not reachable. {@code /internal/**} never is.
 *
 * <p>A route may carry the mark {@code upload} where large bodies are taken,
 * {@code transfer} where much goes in or out. Its id is its name in
 * metrics. Addresses are found per request by {@link DestinationFilter}.
 */
@Configuration(proxyBeanMethods = false)
class ApiRoutes {
    static final String ESTATES = "/api/estates/";

    private static final String ANYWHERE = "http://destination.invalid";

    @Bean
    RouteLocator publicApi(RouteLocatorBuilder routes) {
        return routes.routes()
                .route(
                        "estate-upload",
                        route -> route.method(HttpMethod.POST)
                                .and()
                                .path("/api/estates/{slug}/media", "/api/estates/{slug}/roll/import-previews")
                                .metadata("upload", true)
                                .metadata("transfer", true)
                                .uri(ANYWHERE))
                .route(
                        "estate-download",
                        route -> route.path("/api/estates/{slug}/media/{media}", "/api/estates/{slug}/roll/export")
                                .metadata("transfer", true)
                                .uri(ANYWHERE))
                .route(
                        "estate",
                        route -> route.path("/api/estates/{slug}", "/api/estates/{slug}/**")
                                .uri(ANYWHERE))
                .route(
                        "workbook-upload",
                        route -> route.method(HttpMethod.POST)
                                .and()
                                .path("/api/platform/estates/{estate}/workbooks")
                                .metadata("upload", true)
                                .metadata("transfer", true)
                                .uri(ANYWHERE))
                .route(
                        "export",
                        route -> route.method(HttpMethod.GET)
                                .and()
                                .path(
                                        "/api/platform/estates/{estate}/export",
                                        "/api/platform/estates/{estate}/workbooks/{workbook}/marked-copy")
                                .metadata("transfer", true)
                                .uri(ANYWHERE))
                .route("platform", route -> route.path("/api/platform/**").uri(ANYWHERE))
                .route("identity", route -> route.path("/api/identity/**").uri(ANYWHERE))
                .build();
    }
}
