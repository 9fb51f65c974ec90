package cn.yuanlin.admin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.admin.keycloak.Organizations;
import cn.yuanlin.admin.support.Api;
import cn.yuanlin.admin.support.Realm;
import cn.yuanlin.local.RealmAdmin;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class OwnIdentityTest extends IdentityTest {
    @Autowired
    private Organizations organizations;

    @Test
    void changesThePhoneForACodeSentToTheNewOne() {
        var before = newPhone();
        var after = newPhone();
        var session = signedInBySms(before);
        askForCode(after);
        assertThat(change(session, after, weChat.smsCode(after))).isEqualTo(204);
        assertThat(asPlatformApi(subject(session)).json().path("phone").asString())
                .isEqualTo(after);
        assertThat(subject(signedInBySms(after))).isEqualTo(subject(session));
        assertThat(subject(signedInBySms(before))).isNotEqualTo(subject(session));
    }

    @Test
    void whoShowsBothPhonesIsNotInDoubtAndTheOldOneIsTold() throws Exception {
        var before = newPhone();
        var session = signedInBySms(before);
        letPhoneRest(subject(session), Duration.ofDays(30));
        assertThat(showPhone(session, before)).isEqualTo(204);
        var after = newPhone();
        askForCode(after);
        assertThat(change(session, after, weChat.smsCode(after))).isEqualTo(204);
        assertThat(isInDoubt(session)).isFalse();
        assertThat(refresh(session)).isEqualTo(200);
        assertThat(weChat.textsTo(before).getLast()).contains("已更换手机号").doesNotContain(after);
    }

    /** An unlocked phone in somebody else's hands for a minute must not be an account for good. */
    @Test
    void whoDoesNotShowTheOldPhoneSignsInAnewAndIsInDoubt() throws Exception {
        var before = newPhone();
        var session = signedInBySms(before);
        letPhoneRest(subject(session), Duration.ofMinutes(11));
        var after = newPhone();
        askForCode(after);
        assertThat(change(session, after, weChat.smsCode(after))).isEqualTo(204);
        assertThat(isInDoubt(session)).isTrue();
        assertThat(refresh(session)).isEqualTo(400);
        assertThat(weChat.textsTo(before).getLast()).contains("已更换手机号");

        var thief = signedInBySms(after);
        assertThat(type(as(thief).delete("/api/identity/me"))).isEqualTo("/problems/reverification-needed");
        jdbc.sql(
                        "update control.resident_account set reverify_since = now() - interval '8 days' where subject = :subject")
                .param("subject", UUID.fromString(subject(thief)))
                .update();
        assertThat(as(thief).delete("/api/identity/me").status()).isEqualTo(204);
    }

    @Test
    void closesNothingForWhoDoesNotShowThePhone() {
        var phone = newPhone();
        var session = signedInBySms(phone);
        letPhoneRest(subject(session), Duration.ofMinutes(11));
        assertThat(type(as(session).delete("/api/identity/me"))).isEqualTo("/problems/phone-proof-needed");
        letPass(Duration.ofHours(2));
        assertThat(as(session).post("/api/identity/me/sms-codes").status()).isEqualTo(202);
        var wrong = weChat.smsCode(phone).equals("000000") ? "000001" : "000000";
        assertThat(as(session)
                        .post("/api/identity/me/phone-proof", Map.of("code", wrong))
                        .status())
                .isEqualTo(422);
        assertThat(type(as(session).delete("/api/identity/me"))).isEqualTo("/problems/phone-proof-needed");
        assertThat(showPhone(session, phone)).isEqualTo(204);
        assertThat(as(session).delete("/api/identity/me").status()).isEqualTo(204);
    }

    @Test
    void takesNobodyElsesPhone() {
        var theirs = newPhone();
        var owner = signedInBySms(theirs);
        var session = signedInBySms(newPhone());
        askForCodeLater(theirs);
        assertThat(change(session, theirs, weChat.smsCode(theirs))).isEqualTo(409);
        assertThat(subject(signedInBySms(theirs))).isEqualTo(subject(owner));
    }

    @Test
    void changesNothingForAWrongCode() {
        var phone = newPhone();
        var session = signedInBySms(phone);
        var wanted = newPhone();
        askForCode(wanted);
        var wrong = weChat.smsCode(wanted).equals("000000") ? "000001" : "000000";
        assertThat(change(session, wanted, wrong)).isEqualTo(422);
        assertThat(asPlatformApi(subject(session)).json().path("phone").asString())
                .isEqualTo(phone);
    }

    @Test
    void aLostWeChatAccountOpensNothingAnyMore() throws Exception {
        var phone = newPhone();
        var person = newOpenId();
        var lost = signedInByWeChat(person, phone);
        var found = signedInBySms(phone);
        assertThat(as(found)
                        .get("/api/identity/me/wechat")
                        .json()
                        .path("linked")
                        .asBoolean())
                .isTrue();
        assertThat(as(found).delete("/api/identity/me/wechat").status()).isEqualTo(204);
        assertThat(as(found)
                        .get("/api/identity/me/wechat")
                        .json()
                        .path("linked")
                        .asBoolean())
                .isFalse();
        assertThat(refresh(lost)).isEqualTo(400);
        assertThat(type(proveByWeChat(weChat.loginCode(person), null))).isEqualTo("/problems/phone-needed");
    }

    @Test
    void aClosedAccountIsGoneAndItsPhoneIsFree() throws Exception {
        var phone = newPhone();
        var session = signedInBySms(phone);
        assertThat(as(session).delete("/api/identity/me").status()).isEqualTo(204);
        assertThat(refresh(session)).isEqualTo(400);
        assertThat(asPlatformApi(subject(session)).status()).isEqualTo(404);
        assertThat(as(session).delete("/api/identity/me").status()).isEqualTo(404);
        var anew = signedInBySms(phone);
        assertThat(anew.path("newAccount").asBoolean()).isTrue();
        assertThat(subject(anew)).isNotEqualTo(subject(session));
    }

    @Test
    void staffHaveNoAccountOfThisKind() {
        var name = "clerk-" + UUID.randomUUID().toString().substring(0, 8);
        Realm.admin().createUser(name, "社区工作人员", "a-long-password", List.of("office-staff"), List.of());
        var staff = api.as(Realm.admin().userToken(name, "a-long-password", ""));
        assertThat(staff.get("/api/identity/me/wechat").status()).isEqualTo(404);
        assertThat(staff.delete("/api/identity/me").status()).isEqualTo(404);
    }

    @Test
    void tellsAPhoneToPlatformApiAlone() {
        var session = signedInBySms(newPhone());
        var path = "/internal/people/" + subject(session);
        assertThat(api.get(path).status()).isEqualTo(401);
        assertThat(as(session).get(path).status()).isEqualTo(403);
        assertThat(api.as(Realm.platformAdmin()).get(path).status()).isEqualTo(403);
        var gateway = Realm.admin().serviceToken("gateway", Realm.server().clientSecret("gateway"), "");
        assertThat(api.as(gateway).get(path).status()).isEqualTo(403);
        assertThat(asPlatformApi(subject(session)).status()).isEqualTo(200);
        assertThat(Instant.parse(asPlatformApi(subject(session))
                        .json()
                        .path("phoneShownAt")
                        .asString()))
                .isAfter(Instant.now().minus(Duration.ofMinutes(5)));
        assertThat(asPlatformApi(UUID.randomUUID().toString()).status()).isEqualTo(404);
    }

    @Test
    void platformApiSaysWhichEstatesAResidentBelongsTo() {
        var estate = UUID.randomUUID();
        organizations.ensureOrganization(estate, "甲小区 " + estate);
        var phone = newPhone();
        var before = signedInBySms(phone);
        var place = "/internal/people/" + subject(before) + "/estates/" + estate;
        assertThat(as(before).send("PUT", place, null).status()).isEqualTo(403);
        for (var again = 0; again < 2; again++) {
            assertThat(api.as(platformApi()).send("PUT", place, null).status()).isEqualTo(204);
        }
        assertThat(estatesIn(signedInBySms(phone))).containsExactly(estate.toString());
        for (var again = 0; again < 2; again++) {
            assertThat(api.as(platformApi()).delete(place).status()).isEqualTo(204);
        }
        assertThat(estatesIn(signedInBySms(phone))).isEmpty();
        assertThat(api.as(platformApi())
                        .send("PUT", "/internal/people/" + UUID.randomUUID() + "/estates/" + estate, null)
                        .status())
                .isEqualTo(404);
    }

    /** By a code that the account's own phone got. */
    private int showPhone(JsonNode session, String phone) {
        letPass(Duration.ofHours(2));
        assertThat(as(session).post("/api/identity/me/sms-codes").status()).isEqualTo(202);
        return as(session)
                .post("/api/identity/me/phone-proof", Map.of("code", weChat.smsCode(phone)))
                .status();
    }

    private boolean isInDoubt(JsonNode session) {
        return asPlatformApi(subject(session)).json().path("reverifyNeeded").asBoolean();
    }

    private static Collection<String> estatesIn(JsonNode session) {
        return RealmAdmin.claims(session.path("accessToken").asString())
                .path("organization")
                .propertyNames();
    }

    private void askForCodeLater(String phone) {
        letPass(Duration.ofHours(2));
        askForCode(phone);
    }

    private int change(JsonNode session, String phone, String code) {
        return as(session)
                .post("/api/identity/phone-change", Map.of("phone", phone, "code", code))
                .status();
    }

    private Api as(JsonNode session) {
        return api.as(session.path("accessToken").asString());
    }
}
