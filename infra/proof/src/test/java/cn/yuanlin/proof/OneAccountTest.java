package cn.yuanlin.proof;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.local.RealmAdmin;
import cn.yuanlin.proof.Caller.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;

/** Whoever comes in with the same phone at the same moment, by whichever door, meets one account. */
class OneAccountTest {
    private static final int ROUNDS = 3;

    private final RunningPlatform platform = RunningPlatform.get();
    private final Phones phones = new Phones(platform.parts());
    private final String phone = Phones.newNumber();
    /** Past the gateway, which keeps the crowds of one address away. */
    private final Caller door = platform.tenantAdmin();

    @RepeatedTest(ROUNDS)
    void oneTextMessageOpensOneSession() throws Exception {
        var code = smsCode();
        var answers = atOnce(Stream.generate(() -> bySms(code)).limit(6));
        assertThat(answers).extracting(Answer::status).containsOnly(200, 422).containsOnlyOnce(200);
        assertOneAccount(
                answers.stream().filter(answer -> answer.status() == 200).toList());
    }

    @RepeatedTest(ROUNDS)
    void bothDoorsLeadToTheSameAccount() throws Exception {
        assertOneAccount(atOnce(Stream.of(bySms(smsCode()), byWechat(phones.join(phone)))));
    }

    @RepeatedTest(ROUNDS)
    void twoWechatAccountsWithTheSamePhoneMeetTheSameAccount() throws Exception {
        assertOneAccount(atOnce(Stream.of(byWechat(phones.join(phone)), byWechat(phones.join(phone)))));
    }

    /** A tap that was too quick is no new owner of the phone. */
    @RepeatedTest(ROUNDS)
    void whoTapsTwiceHasOneAccountAndNothingToProveAnew() throws Exception {
        var person = phones.join(phone);
        var answers = atOnce(Stream.of(byWechat(person), byWechat(person)));
        assertOneAccount(answers);
        assertThat(platform.reverifyNeeded(subject(answers.getFirst()))).isFalse();
    }

    private String smsCode() {
        var wanted = "{\"phone\":\"" + phone + "\"}";
        // An address of its own: this one's codes of the hour are for the other proofs.
        door.call("POST", "/api/identity/sms-codes", null, Map.of("X-Forwarded-For", "203.0.113.7"), wanted)
                .expecting(202);
        return phones.smsCode(phone);
    }

    private Callable<Answer> bySms(String code) {
        return () -> new Browser(door).signIn(phone, code);
    }

    private Callable<Answer> byWechat(Phones.Person person) {
        var loginCode = phones.loginCode(person);
        var phoneCode = phones.phoneCode(person);
        return () -> new MiniProgram(door).signIn(loginCode, phoneCode);
    }

    private void assertOneAccount(List<Answer> sessions) {
        assertThat(sessions).allSatisfy(session -> session.expecting(200));
        assertThat(sessions.stream().map(OneAccountTest::subject).distinct()).hasSize(1);
        assertThat(sessions.stream()
                        .filter(session -> session.json().path("newAccount").asBoolean()))
                .hasSize(1);
        assertThat(platform.accounts(phone)).containsExactly(subject(sessions.getFirst()));
    }

    /** All begin when the last is ready. */
    private static List<Answer> atOnce(Stream<Callable<Answer>> calls) throws InterruptedException, ExecutionException {
        var callers = calls.toList();
        var start = new CyclicBarrier(callers.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = callers.stream()
                    .map(call -> threads.submit(() -> {
                        start.await();
                        return call.call();
                    }))
                    .toList();
            var said = new ArrayList<Answer>();
            for (var answer : answers) {
                said.add(answer.get());
            }
            return said;
        }
    }

    private static String subject(Answer session) {
        return RealmAdmin.claims(session.json().path("accessToken").asString())
                .path("sub")
                .asString();
    }
}
