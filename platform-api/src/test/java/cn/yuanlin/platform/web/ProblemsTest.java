package cn.yuanlin.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.testing.Http;
import cn.yuanlin.platform.testing.PlatformTest;
import cn.yuanlin.platform.testing.TestIssuer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProblemsTest extends PlatformTest {
    @Test
    void anUnknownEstateIsNotFound() {
        problem(http().get("/api/estates/no-such-estate/products"), 404, "estate-not-found");
        problem(http().get("/api/estates/%64isai-yuanyuan/products"), 404, "estate-not-found");
    }

    @Test
    void anUnknownPathIsNotFound() {
        problem(http().get("/api/estates/disai-yuanyuan/no-such-thing"), 404, "not-found");
    }

    @Test
    void anotherMethodIsRefused() {
        problem(http().delete("/api/estates/disai-yuanyuan/products"), 405, "method-not-allowed");
    }

    @Test
    void anotherMediaTypeIsRefused() {
        var answer = service().putText(internal(), "x", "text/plain");
        problem(answer, 415, "unsupported-media-type");
    }

    @Test
    void unreadableJsonIsRefused() {
        problem(service().put(internal(), "{\"name\": "), 400, "malformed");
    }

    @Test
    void eachWrongFieldIsNamedInChinese() {
        var answer = service().put(internal(), Map.of("slug", "Not A Slug", "name", ""));
        problem(answer, 400, "invalid");
        assertThat(answer.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString()))
                .contains("slug", "name", "schema", "communityId");
        assertThat(answer.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("detail").asString()))
                .allMatch(detail -> detail.codePoints().anyMatch(Character::isIdeographic));
    }

    @Test
    void anIdThatIsNoneIsRefused() {
        problem(service().get("/internal/estates/no-id"), 400, "invalid");
    }

    @Test
    void aLimitOutOfRangeIsRefused() {
        problem(http().get("/api/estates/disai-yuanyuan/notices?limit=1000"), 400, "invalid");
        problem(http().get("/api/estates/disai-yuanyuan/notices?after=%2A"), 400, "invalid");
    }

    @Test
    void aSilentIssuerIsNotTheCallersFault() {
        TestIssuer.whileSilent(() -> problem(
                http().as(TestIssuer.tokenWithNewKeyOf("somebody")).get("/api/estates/disai-yuanyuan/me"),
                503,
                "sign-in-unavailable"));
    }

    @Test
    void theRequestIdComesBackInHeaderAndProblem() {
        var answer = http().with("X-Request-Id", "0123456789abcdef").get("/api/estates/no-such-estate/products");
        assertThat(answer.header("X-Request-Id")).isEqualTo("0123456789abcdef");
        assertThat(answer.json().path("requestId").asString()).isEqualTo("0123456789abcdef");
        var indecent = http().with("X-Request-Id", "<script>").get("/api/estates/no-such-estate/products");
        assertThat(indecent.header("X-Request-Id")).isNotEmpty().isNotEqualTo("<script>");
    }

    private Http service() {
        return http().as(TestIssuer.serviceToken());
    }

    private static String internal() {
        return "/internal/estates/" + UUID.randomUUID();
    }

    private static void problem(Http.Answer answer, int status, String slug) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("type").asString()).isEqualTo("/problems/" + slug);
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.json().path("detail").asString().codePoints()).anyMatch(Character::isIdeographic);
        assertThat(answer.json().path("requestId").asString()).isNotEmpty();
    }
}
