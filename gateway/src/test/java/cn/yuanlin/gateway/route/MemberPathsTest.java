package cn.yuanlin.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

class MemberPathsTest {
    private static MemberPaths paths(List<String> segments) {
        return new MemberPaths(
                new RouteSettings(URI.create("http://x"), Path.of("x"), Duration.ofSeconds(1), segments));
    }

    @Test
    void coversAPathByItsFirstSegment() {
        var paths = paths(List.of("units"));
        assertThat(paths.covers("/units")).isTrue();
        assertThat(paths.covers("/units/1/holders")).isTrue();
        assertThat(paths.covers("/unitsx")).isFalse();
        assertThat(paths.covers("/products/units")).isFalse();
        assertThat(paths.covers("/")).isFalse();
        assertThat(paths.covers("")).isFalse();
    }

    @Test
    void listsNoPathThatPlatformApiOpensToMoreThanMembers() throws IOException {
        var document = Path.of("../platform-api/openapi.json");
        var configured = new YamlPropertySourceLoader()
                .load("x", new ClassPathResource("application.yml"))
                .getFirst()
                .getProperty("yuanlin.gateway.route.member-paths");
        var paths = paths(List.of(String.valueOf(configured).split("\\s*,\\s*", -1)));
        var open = new JsonMapper()
                .readTree(Files.readString(document))
                .path("paths")
                .propertyStream()
                .filter(entry -> entry.getKey().startsWith("/api/estates/{"))
                .filter(entry ->
                        paths.covers(entry.getKey().substring(entry.getKey().indexOf('}') + 1)))
                .flatMap(entry -> entry.getValue()
                        .propertyStream()
                        .filter(operation -> operation.getValue().isObject())
                        .filter(operation ->
                                operation.getValue().path("x-access").isMissingNode()
                                        || operation
                                                .getValue()
                                                .path("x-access")
                                                .toString()
                                                .matches(".*(PUBLIC|GUEST|SIGNED_IN).*"))
                        .map(operation -> operation.getKey() + " " + entry.getKey()))
                .toList();
        assertThat(paths.segments()).contains("units");
        assertThat(open).isEmpty();
    }
}
