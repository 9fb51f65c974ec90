package cn.yuanlin.admin.shared;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.admin.support.AdminTest;
import cn.yuanlin.admin.support.Faulty;
import cn.yuanlin.admin.support.TokenIssuer;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;

class FaultsTest extends AdminTest {
    @Test
    void aFaultOfOursTellsNothingOfItself() {
        var answer = api.get(Faulty.PATH + "?kind=BUG");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json().path("type").asString()).isEqualTo("/problems/internal-error");
        assertThat(answer.json().path("requestId").asString()).isNotEmpty();
        assertThat(answer.text()).doesNotContain(Faulty.SECRET);
    }

    @Test
    void aDatabaseThatIsAwayMeansTryAgain() {
        assertThat(api.get(Faulty.PATH + "?kind=DATABASE_AWAY").status()).isEqualTo(503);
    }

    @Test
    void aFaultInAFilterIsAProblemDocumentToo() {
        var answer = api.get(Faulty.PATH + "?kind=FILTER");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.json().path("type").asString()).isEqualTo("/problems/temporarily-unavailable");
        assertThat(answer.text()).doesNotContain(Faulty.SECRET);
    }

    @Test
    void anIssuerWhoseKeysCannotBeFetchedMeansTryAgain() {
        assertThat(Faults.refusal(new AuthenticationServiceException(Faulty.SECRET))
                        .type()
                        .status())
                .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
    }

    @Test
    void theErrorPageItselfIsNobodysBusiness() {
        assertThat(api.get("/error").status()).isEqualTo(401);
        assertThat(api.as(TokenIssuer.platformAdmin()).get("/error").status()).isEqualTo(403);
    }

    @Test
    void aWrongContentTypeIsSaidClearly() {
        assertThat(api.as(TokenIssuer.platformAdmin())
                        .post("/api/platform/offices")
                        .status())
                .isIn(400, 415);
    }
}
