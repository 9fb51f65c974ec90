package cn.yuanlin.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yuanlin.platform.shared.ProblemException;
import cn.yuanlin.platform.testing.PlatformTest;
import cn.yuanlin.platform.testing.TestPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PeopleClientTest extends PlatformTest {
    @Autowired
    private PeopleClient people;

    @Test
    void knowsTheVerifiedPhoneOfASubjectAndNoneOfAStranger() {
        TestPeople.verified("client-a", "13800000001");
        assertThat(people.phoneOf("client-a")).contains(new VerifiedPhone("13800000001", false));
        assertThat(people.phoneOf("client-nobody")).isEmpty();
        assertThat(TestPeople.grants().getFirst())
                .contains("grant_type=client_credentials", "client_id=platform-api", "client_secret=test-secret");
    }

    @Test
    void saysWhenANumberMayHaveChangedHands() {
        TestPeople.recycled("client-b", "13800000002");
        assertThat(people.phoneOf("client-b")).contains(new VerifiedPhone("13800000002", true));
    }

    @Test
    void isAProblemForLaterWhileTheControlPlaneIsAway() {
        TestPeople.whileAway(() -> assertThatThrownBy(() -> people.phoneOf("client-a"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused ->
                                assertThat(refused.problem().type()).isEqualTo(IdentityProblem.IDENTITY_UNAVAILABLE)));
    }

    @Test
    void fetchesAnotherTokenAfterOneWasRefused() {
        TestPeople.verified("client-c", "13800000003");
        assertThat(people.phoneOf("client-c")).isPresent();
        TestPeople.changeToken();
        assertThat(people.phoneOf("client-c")).isPresent();
    }

    @Test
    void putsNoPhoneIntoWords() {
        assertThat(new VerifiedPhone("13800000001", false).toString()).doesNotContain("138");
    }
}
