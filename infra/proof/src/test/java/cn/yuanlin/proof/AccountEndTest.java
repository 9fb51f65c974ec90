package cn.yuanlin.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** One request ends a person in every estate, also in those that no token of theirs ever named. */
class AccountEndTest {
    private static final String ASKED = "/api/estates/linyuan";
    private static final String GUEST = "/api/estates/liyuan";

    private final RunningPlatform platform = RunningPlatform.get();
    private final Phones phones = new Phones(platform.parts());
    private final String phone = Phones.newNumber();

    @Test
    void leavesNobodyBehindAndTheNumberBeginsAnew() {
        var person = Resident.comesIn(platform, phone);
        var door = DemoRoll.of("linyuan").provable().getFirst().claim().door();
        person.asks(ASKED, new DemoRoll.Claim(door, "租客", "TENANT", ""));
        person.send("POST", GUEST + "/guests", "{}").created();

        assertThat(close(person).expecting(403).problem()).isEqualTo("phone-proof-needed");
        person.send("POST", "/api/identity/me/sms-codes", "{}").expecting(202);
        person.send("POST", "/api/identity/me/phone-proof", "{\"code\":\"" + phones.smsCode(phone) + "\"}")
                .expecting(204);
        close(person).expecting(204);

        assertThat(platform.accounts(phone)).isEmpty();
        assertThat(person.refresh().status()).isEqualTo(401);
        // The last token still lives: it shows what is kept of whom it names.
        for (var estate : List.of(ASKED, GUEST)) {
            var ties = person.get(estate + "/me/bindings").expecting(200).json().path("items");
            assertThat(ties.valueStream().map(tie -> tie.path("state").asString()))
                    .as(estate)
                    .isNotEmpty()
                    .containsOnly("REVOKED");
        }
        assertThat(Resident.comesIn(platform, phone).subject()).isNotEqualTo(person.subject());
    }

    private static Caller.Answer close(Resident person) {
        return person.send("DELETE", "/api/identity/me", "{}");
    }
}
