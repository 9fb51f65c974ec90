package cn.yuanlin.proof;

import cn.yuanlin.local.RealmAdmin;
import cn.yuanlin.proof.Caller.Answer;
import cn.yuanlin.proof.DemoRoll.Claim;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** Somebody with the mini program, at an address of their own. */
final class Resident {
    private static final AtomicInteger COME = new AtomicInteger();

    private final Caller gateway;
    private final MiniProgram app;
    private Answer session;

    private Resident(Caller gateway, Phones phones, String phone) {
        this.gateway = gateway;
        this.app = new MiniProgram(gateway);
        var person = phones.join(phone);
        this.session =
                app.signIn(phones.loginCode(person), phones.phoneCode(person)).expecting(200);
    }

    /** Signs in with a WeChat account that was never seen before. */
    static Resident comesIn(RunningPlatform platform, String phone) {
        var gateway = platform.gateway().from("127.0.3." + COME.incrementAndGet());
        return new Resident(gateway, new Phones(platform.parts()), phone);
    }

    String token() {
        return session.json().path("accessToken").asString();
    }

    String subject() {
        return RealmAdmin.claims(token()).path("sub").asString();
    }

    Answer refresh() {
        return app.refresh(session.json().path("refreshToken").asString());
    }

    Answer get(String path) {
        return gateway.get(path, token());
    }

    Answer send(String method, String path, String body) {
        return gateway.call(method, path, token(), body);
    }

    /** @return the request or tie, and its state */
    Answer asks(String estate, Claim claim) {
        return send("POST", estate + "/bindings", claim.json()).expecting(202);
    }

    /** Until a new token says that they belong to the estate, and the cell what they are there. */
    void awaitRoles(String estate, String... roles) {
        Awaitility.await("to be " + String.join(" and ", roles) + " of " + estate)
                .atMost(Duration.ofSeconds(40))
                .until(() -> {
                    get(estate + "/me/bindings").expecting(200);
                    session = refresh().expecting(200);
                    var me = get(estate + "/me");
                    return me.status() == 200
                            && me.json()
                                    .path("roles")
                                    .valueStream()
                                    .map(role -> role.asString())
                                    .toList()
                                    .containsAll(List.of(roles));
                });
    }
}
