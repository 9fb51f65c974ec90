package cn.yuanlin.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.access.Role;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes people members of an estate the way the control plane does. */
public final class Members {
    private Members() {}

    public static void admit(Http http, UUID estate, String subject, Role... roles) {
        var answer = http.as(TestIssuer.serviceToken())
                .put(
                        "/internal/estates/%s/members/%s".formatted(estate, subject),
                        Map.of("name", "测试" + subject, "roles", List.of(roles)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
    }
}
