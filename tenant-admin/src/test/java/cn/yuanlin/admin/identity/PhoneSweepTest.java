package cn.yuanlin.admin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.admin.support.Api;
import cn.yuanlin.admin.support.ApiDescription;
import cn.yuanlin.admin.support.ApiDescription.Endpoint;
import cn.yuanlin.admin.support.SampleRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever a resident or a stranger asks of the control plane, also of endpoints that are yet to come: no answer has another's phone. */
class PhoneSweepTest extends IdentityTest {
    /** They would end the account that asks, or its sessions; they answer with nothing. */
    private static final Set<String> ENDING = Set.of("DELETE /api/identity/me", "DELETE /api/identity/me/wechat");

    @Autowired
    private ApiDescription description;

    @Test
    void nobodysPhoneIsTold() {
        var phone = newPhone();
        var victim = subject(signedInBySms(phone));
        var token = signedInBySms(newPhone()).path("accessToken").asString();
        var sample = new SampleRequest(description.document(), valuesNaming(victim));
        for (var endpoint : endpoints()) {
            for (var caller : List.of(api, api.as(token))) {
                var answer = send(caller, endpoint, sample);
                assertThat(answer.text()).as(endpoint.toString()).doesNotContain(phone);
                if (!endpoint.isPublic() && !endpoint.isPersonal())
                    assertThat(answer.status()).as(endpoint.toString()).isIn(401, 403);
            }
        }
        // Without this, a sweep for a phone that nobody has would pass too.
        assertThat(asPlatformApi(victim).text()).contains(phone);
    }

    private List<Endpoint> endpoints() {
        return description.endpoints().stream()
                .filter(endpoint -> !ENDING.contains(endpoint.toString()))
                .toList();
    }

    private static Map<String, String> valuesNaming(String victim) {
        var others = Stream.of("office", "staff", "estate", "workbook", "run", "rollout")
                .collect(
                        Collectors.toMap(name -> name, name -> UUID.randomUUID().toString()));
        others.put("subject", victim);
        return others;
    }

    private static Api.Answer send(Api caller, Endpoint endpoint, SampleRequest sample) {
        return caller.send(
                endpoint.method(), sample.path(endpoint), sample.body(endpoint).orElse(null));
    }
}
