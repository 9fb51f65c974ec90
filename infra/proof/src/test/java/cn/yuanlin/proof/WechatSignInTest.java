package cn.yuanlin.proof;

import static cn.yuanlin.proof.Phones.Question.WHICH_PHONE;
import static cn.yuanlin.proof.Phones.Question.WHOSE_LOGIN_CODE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.local.RealmAdmin;
import cn.yuanlin.proof.Caller.Answer;
import cn.yuanlin.proof.Phones.Question;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A resident comes in at the gateway from WeChat, which tenant-admin asks by the real SDK. Whatever WeChat does, the
 * person is told clearly, and in the end there is one account.
 */
class WechatSignInTest {
    private static final Duration CODES_LIVE = Duration.ofMinutes(5);

    private final RunningPlatform platform = RunningPlatform.get();
    private final Phones phones = new Phones(platform.parts());
    private final MiniProgram app = new MiniProgram(platform.gateway());
    private final String phone = Phones.newNumber();
    private final Phones.Person person = phones.join(phone);

    @AfterEach
    void mendWechat() {
        phones.recover();
    }

    @Test
    void aPersonGivesTheirPhoneOnceAndIsKnownFromThenOn() {
        assertThat(app.signIn(phones.loginCode(person), null).expecting(409).problem())
                .isEqualTo("phone-needed");
        assertThat(platform.accounts(phone)).isEmpty();

        var first = signIn().expecting(200);
        assertThat(first.json().path("newAccount").asBoolean()).isTrue();
        assertThat(first.cookies()).isEmpty();
        var renewed = app.refresh(refreshToken(first)).expecting(200);
        assertThat(subject(renewed)).isEqualTo(subject(first));

        var second = app.signIn(phones.loginCode(person), null).expecting(200);
        assertThat(subject(second)).isEqualTo(subject(first));
        assertThat(second.json().path("newAccount").asBoolean()).isFalse();
        assertThat(platform.accounts(phone)).containsExactly(subject(first));
    }

    /** Numbers are given to new people: the account is theirs to see, not to vote or pay with. */
    @Test
    void whoeverComesByAKnownPhoneAndAnotherWechatHasToProveAnewWhoTheyAre() {
        var before = signIn().expecting(200);
        assertThat(platform.reverifyNeeded(subject(before))).isFalse();
        var newcomer = phones.join(phone);
        var after = app.signIn(phones.loginCode(newcomer), phones.phoneCode(newcomer))
                .expecting(200);
        assertThat(subject(after)).isEqualTo(subject(before));
        assertThat(platform.reverifyNeeded(subject(after))).isTrue();
        assertThat(platform.accounts(phone)).hasSize(1);

        assertThat(app.refresh(refreshToken(before)).expecting(401).problem()).isEqualTo("session-ended");
        assertThat(app.signIn(phones.loginCode(person), null).expecting(409).problem())
                .isEqualTo("phone-needed");
        app.refresh(refreshToken(after)).expecting(200);
    }

    @Test
    void noCodeIsTakenTwice() {
        var loginCode = phones.loginCode(person);
        var phoneCode = phones.phoneCode(person);
        app.signIn(loginCode, phoneCode).expecting(200);
        refused(app.signIn(loginCode, null));
        var stranger = phones.join(Phones.newNumber());
        refused(app.signIn(phones.loginCode(stranger), phoneCode));
        refused(app.signIn(phones.loginCode(stranger), phones.phoneCode(person)));
    }

    @Test
    void noCodeIsTakenThatIsTooOldOrMadeUp() {
        var loginCode = phones.loginCode(person);
        var phoneCode = phones.phoneCode(person);
        phones.later(CODES_LIVE);
        refused(app.signIn(loginCode, phones.phoneCode(person)));
        refused(app.signIn(phones.loginCode(person), phoneCode));
        refused(app.signIn("made-up", null));
        assertThat(platform.accounts(phone)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Question.class)
    void aBusyWechatIsAskedOnceMoreAndThenTheTruthIsTold(Question question) {
        phones.refuse(question, -1, 2);
        away(signIn());
        assertThat(platform.accounts(phone)).isEmpty();
        phones.refuse(question, -1, 1);
        madeOnce(signIn());
    }

    @ParameterizedTest
    @EnumSource(Question.class)
    void aLostAnswerCostsTheCodesAndMakesNoSecondAccount(Question question) {
        phones.loseAnswers(question, 1);
        away(signIn());
        assertThat(platform.accounts(phone)).isEmpty();
        madeOnce(signIn());
    }

    @ParameterizedTest
    @EnumSource(Question.class)
    void aSlowWechatIsWaitedForButNotForEver(Question question) {
        phones.delay(question, Duration.ofSeconds(30));
        var begun = System.nanoTime();
        away(signIn());
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(15));
        phones.delay(question, Duration.ofSeconds(2));
        madeOnce(signIn());
    }

    @Test
    void whoAsksTooOftenIsToldSo() {
        phones.refuse(WHOSE_LOGIN_CODE, 45011, 1);
        assertThat(signIn().expecting(429).problem()).isEqualTo("wechat-too-often");
    }

    @Test
    void anAccessTokenThatAnotherServerKilledIsReplaced() {
        signIn().expecting(200);
        phones.killAccessToken();
        var neighbour = phones.join(Phones.newNumber());
        app.signIn(phones.loginCode(neighbour), phones.phoneCode(neighbour)).expecting(200);
    }

    @Test
    void whatWechatSaysThatNobodyUnderstandsIsNotTheResidentsFault() {
        phones.refuse(WHICH_PHONE, 48001, 1);
        away(signIn());
        assertThat(platform.accounts(phone)).isEmpty();
    }

    private Answer signIn() {
        return app.signIn(phones.loginCode(person), phones.phoneCode(person));
    }

    private void madeOnce(Answer answer) {
        assertThat(answer.expecting(200).json().path("newAccount").asBoolean()).isTrue();
        assertThat(platform.accounts(phone)).containsExactly(subject(answer));
    }

    private static void refused(Answer answer) {
        assertThat(answer.expecting(422).problem()).isEqualTo("wechat-code-refused");
    }

    private static void away(Answer answer) {
        assertThat(answer.expecting(503).problem()).isEqualTo("wechat-unavailable");
    }

    private static String refreshToken(Answer session) {
        return session.json().path("refreshToken").asString();
    }

    private static String subject(Answer session) {
        return RealmAdmin.claims(session.json().path("accessToken").asString())
                .path("sub")
                .asString();
    }
}
