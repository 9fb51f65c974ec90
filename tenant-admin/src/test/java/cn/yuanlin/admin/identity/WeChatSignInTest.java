package cn.yuanlin.admin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.admin.support.Api.Answer;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WeChatSignInTest extends IdentityTest {
    @Test
    void asksForThePhoneOnceAndKnowsThePersonFromThenOn() {
        var person = newOpenId();
        assertThat(type(proveByWeChat(weChat.loginCode(person), null))).isEqualTo("/problems/phone-needed");

        var first = signedInByWeChat(person, newPhone());
        assertThat(first.path("newAccount").asBoolean()).isTrue();
        assertThat(first.path("refreshToken").asString()).isNotEmpty();

        var second = proveByWeChat(weChat.loginCode(person), null);
        assertThat(second.status()).as(second.text()).isEqualTo(200);
        assertThat(subject(second.json())).isEqualTo(subject(first));
        assertThat(second.json().path("newAccount").asBoolean()).isFalse();
        assertThat(asPlatformApi(subject(first)).json().path("reverifyNeeded").asBoolean())
                .isFalse();
    }

    @Test
    void tellsCellsTheOpenIdOfWhoUsesTheMiniProgram() {
        var person = newOpenId();
        var phone = newPhone();
        var bySms = subject(signedInBySms(phone));
        assertThat(asPlatformApi(bySms).json().path("openid").isNull()).isTrue();
        signedInByWeChat(person, phone);
        assertThat(asPlatformApi(bySms).json().path("openid").asString()).isEqualTo(person);
    }

    @Test
    void takesNoCodeTwiceAndNoInventedOne() {
        var person = newOpenId();
        var login = weChat.loginCode(person);
        var phone = weChat.phoneCode(newPhone());
        assertThat(proveByWeChat(login, phone).status()).isEqualTo(200);
        assertThat(type(proveByWeChat(login, null))).isEqualTo("/problems/wechat-code-refused");
        assertThat(type(proveByWeChat("invented", null))).isEqualTo("/problems/wechat-code-refused");
        assertThat(type(proveByWeChat(weChat.loginCode(newOpenId()), phone)))
                .isEqualTo("/problems/wechat-code-refused");
        assertThat(type(proveByWeChat(weChat.loginCode(newOpenId()), "invented")))
                .isEqualTo("/problems/wechat-code-refused");
    }

    /** A code that leaked, still fresh, and a login code of one's own: that opens nobody's account. */
    @Test
    void takesNobodyElsesFreshPhoneCode() {
        var person = newOpenId();
        var phone = newPhone();
        var theirs = weChat.phoneCode(person, phone);
        assertThat(type(proveByWeChat(weChat.loginCode(newOpenId()), theirs)))
                .isEqualTo("/problems/wechat-code-refused");
        var own = proveByWeChat(weChat.loginCode(person), theirs);
        assertThat(own.status()).as(own.text()).isEqualTo(200);
    }

    @Test
    void mergesByThePhoneAndDemandsThatTheOwnerProvesAnewWhoTheyAre() {
        var phone = newPhone();
        var bySms = signedInBySms(phone);
        assertThat(needsReverification(subject(bySms))).isFalse();
        letPhoneRest(subject(bySms), Duration.ofDays(91));

        var byWeChat = signedInByWeChat(newOpenId(), phone);
        assertThat(subject(byWeChat)).isEqualTo(subject(bySms));
        assertThat(byWeChat.path("newAccount").asBoolean()).isFalse();
        assertThat(needsReverification(subject(bySms))).isTrue();

        assertThat(api.as(platformApi())
                        .post("/internal/people/" + subject(bySms) + "/reverification")
                        .status())
                .isEqualTo(204);
        assertThat(needsReverification(subject(bySms))).isFalse();
    }

    @Test
    void whoCameByTheirPhoneLatelyIsNoNewOwnerOfItOnWeChat() {
        var phone = newPhone();
        var bySms = signedInBySms(phone);
        letPhoneRest(subject(bySms), Duration.ofDays(89));
        assertThat(subject(signedInByWeChat(newOpenId(), phone))).isEqualTo(subject(bySms));
        assertThat(needsReverification(subject(bySms))).isFalse();

        signedInByWeChat(newOpenId(), phone);
        assertThat(needsReverification(subject(bySms))).isTrue();
    }

    @Test
    void aPhoneThatNobodySignedInWithForLongMayBeAnothersNow() {
        var phone = newPhone();
        var subject = subject(signedInBySms(phone));
        letPhoneRest(subject, Duration.ofDays(199));
        signedInBySms(phone);
        assertThat(needsReverification(subject)).isFalse();
        letPhoneRest(subject, Duration.ofDays(201));
        signedInBySms(phone);
        assertThat(needsReverification(subject)).isTrue();
    }

    @Test
    void whoTapsTwiceAtFirstIsNoNewOwnerOfThePhone() throws Exception {
        var person = newOpenId();
        var phone = newPhone();
        try (var threads = Executors.newFixedThreadPool(3)) {
            Callable<JsonNode> tap = () -> signedInByWeChat(person, phone);
            var taps = threads.invokeAll(Collections.nCopies(3, tap));
            assertThat(taps.stream()
                            .map(Future::resultNow)
                            .map(IdentityTest::subject)
                            .distinct())
                    .hasSize(1);
            assertThat(needsReverification(subject(taps.getFirst().get()))).isFalse();
        }
    }

    @Test
    void whoComesInWithTwoPhonesAtOnceHasOneAccount() throws Exception {
        var person = newOpenId();
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<JsonNode> tap = () -> signedInByWeChat(person, newPhone());
            var taps = threads.invokeAll(Collections.nCopies(4, tap));
            var opened = taps.stream()
                    .map(Future::resultNow)
                    .map(IdentityTest::subject)
                    .distinct()
                    .toList();
            assertThat(opened).hasSize(1);
            assertThat(subject(signedInByWeChat(person, newPhone()))).isEqualTo(opened.getFirst());
        }
    }

    @Test
    void aNewOwnerOfThePhoneTakesTheOldWeChatAccountsPlaceAndEndsItsSessions() throws Exception {
        var phone = newPhone();
        var before = newOpenId();
        var old = signedInByWeChat(before, phone);

        var taken = signedInByWeChat(newOpenId(), phone);
        assertThat(subject(taken)).isEqualTo(subject(old));
        assertThat(needsReverification(subject(old))).isTrue();
        assertThat(refresh(old)).isEqualTo(400);
        assertThat(refresh(taken)).isEqualTo(200);
        assertThat(type(proveByWeChat(weChat.loginCode(before), null))).isEqualTo("/problems/phone-needed");
    }

    @Test
    void knowsThePersonByTheUnionIdInAnotherProgram() {
        var union = "u" + newOpenId();
        var first = proveByWeChat(weChat.loginCode(newOpenId(), union), weChat.phoneCode(newPhone()));
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        var elsewhere = proveByWeChat(weChat.loginCode(newOpenId(), union), null);
        assertThat(elsewhere.status()).as(elsewhere.text()).isEqualTo(200);
        assertThat(subject(elsewhere.json())).isEqualTo(subject(first.json()));
    }

    @Test
    void takesPhonesOfTheMainlandOnly() {
        assertThat(type(proveByWeChat(weChat.loginCode(newOpenId()), weChat.phoneCode("98001234"))))
                .isEqualTo("/problems/wechat-code-refused");
    }

    @Test
    void saysSoWhenWeChatIsBusy() {
        var login = weChat.loginCode(newOpenId());
        weChat.goAway();
        Answer answer = proveByWeChat(login, null);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(type(answer)).isEqualTo("/problems/wechat-unavailable");
    }

    private boolean needsReverification(String subject) {
        var person = asPlatformApi(subject);
        assertThat(person.status()).as(person.text()).isEqualTo(200);
        return person.json().path("reverifyNeeded").asBoolean();
    }
}
