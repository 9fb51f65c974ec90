package cn.yuanlin.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import cn.yuanlin.platform.testing.ApiDocument;
import cn.yuanlin.platform.testing.PlatformTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** Guards {@code platform-api/openapi.json}, from which others make their clients. */
class ApiDocumentTest extends PlatformTest {
    private static final Path KEPT = Path.of("openapi.json");

    @Autowired
    private ApiDocument document;

    @Test
    void theKeptDocumentSaysWhatTheServiceDoes() throws IOException {
        var now = document.text();
        if (Boolean.getBoolean("openapi.update")) Files.writeString(KEPT, now, UTF_8);
        var kept = Files.readString(KEPT, UTF_8);
        if (kept.equals(now)) return;
        var difference = OpenApiCompare.fromContents(kept, now);
        fail(
                """
                The API is no longer what openapi.json says. The change is %s.
                If it is meant: mvn -pl platform-api test -Dtest=ApiDocumentTest -Dopenapi.update=true
                new: %s
                gone: %s
                changed: %s""",
                difference.isCompatible() ? "not breaking" : "BREAKING for callers",
                difference.getNewEndpoints(),
                difference.getMissingEndpoints(),
                difference.getChangedOperations());
    }

    @Test
    void everyOperationSaysWhoMayCallIt() {
        assertThat(document.operations())
                .isNotEmpty()
                .allSatisfy(operation ->
                        assertThat(operation.access()).as(operation.toString()).isNotEmpty());
    }

    @Test
    void onlyReviewedOperationsArePublic() throws IOException {
        var reviewed = new ClassPathResource("public-endpoints.txt")
                .getContentAsString(UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        assertThat(document.operations().stream()
                        .filter(ApiDocument.Operation::isPublic)
                        .map(ApiDocument.Operation::toString))
                .containsExactlyInAnyOrderElementsOf(reviewed);
    }
}
