package cn.yuanlin.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import cn.yuanlin.admin.support.AdminTest;
import cn.yuanlin.admin.support.ApiChange;
import cn.yuanlin.admin.support.ApiDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.StreamUtils;

/** Guards the contract that other parts build on: {@code tenant-admin/openapi.json}. */
class ApiDocumentTest extends AdminTest {
    private static final Path KEPT = Path.of("openapi.json");

    @Autowired
    private ApiDescription api;

    @Test
    void theKeptDocumentIsTheServicesOwn() throws IOException {
        var now = api.kept();
        if (Boolean.getBoolean("openapi.update")) {
            Files.writeString(KEPT, now, UTF_8);
        }
        var kept = Files.readString(KEPT, UTF_8);
        if (!kept.equals(now)) {
            var change = ApiChange.between(kept, now);
            fail("""
                    the API is no longer what openapi.json says; the change is %s.
                    If it is meant, run: mvn -pl tenant-admin -am test -Dtest=ApiDocumentTest -Dopenapi.update=true
                    %s""", change.breaking() ? "BREAKING for callers" : "not breaking", change.report());
        }
    }

    @Test
    void tellsABreakingChangeFromAHarmlessOne() {
        var now = api.kept();
        var propertyGone = now.replace("\"createdAt\"", "\"madeAt\"");
        var officeGone = now.replace("/offices/{office}\"", "/bureaus/{office}\"");

        assertThat(ApiChange.between(now, now).breaking()).isFalse();
        assertThat(ApiChange.between(now, propertyGone).breaking()).isTrue();
        assertThat(ApiChange.between(now, officeGone).breaking()).isTrue();
        assertThat(ApiChange.between(now.replace("\"listStaff\"", "\"everybody\""), now)
                        .breaking())
                .isFalse();
    }

    @Test
    void everyOperationSaysWhoMay() {
        assertThat(api.endpoints())
                .isNotEmpty()
                .allSatisfy(endpoint ->
                        assertThat(endpoint.access()).as(endpoint.toString()).isNotEmpty());
    }

    @Test
    void onlyTheReviewedEndpointsAreForEverybodySignedIn() {
        assertThat(api.endpoints())
                .filteredOn(endpoint -> endpoint.access().contains("SIGNED_IN"))
                .extracting(ApiDescription.Endpoint::toString)
                .containsExactlyInAnyOrder(
                        "GET /api/platform/my-estates",
                        "POST /api/identity/phone-change",
                        "GET /api/identity/me/wechat",
                        "DELETE /api/identity/me/wechat",
                        "POST /api/identity/me/sms-codes",
                        "POST /api/identity/me/phone-proof",
                        "DELETE /api/identity/me");
    }

    @Test
    void onlyTheReviewedEndpointsArePublic() throws IOException {
        var reviewed = StreamUtils.copyToString(new ClassPathResource("public-endpoints.txt").getInputStream(), UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        var open = new TreeSet<String>();
        api.endpoints().stream()
                .filter(ApiDescription.Endpoint::isPublic)
                .forEach(endpoint -> open.add(endpoint.toString()));

        assertThat(List.copyOf(open)).isEqualTo(reviewed.stream().sorted().toList());
    }
}
