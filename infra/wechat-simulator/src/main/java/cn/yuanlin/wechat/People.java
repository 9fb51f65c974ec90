package cn.yuanlin.wechat;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Everybody who has a WeChat account here. A phone number can have several: numbers are given out again. */
final class People {
    /** More than any estate has residents. */
    static final int MOST = 20_000;

    private static final int OPENID_LENGTH = 28;

    private final SimulatorSettings settings;
    private final Clock clock;
    private final Map<String, Person> byId = new HashMap<>();
    private final Map<String, String> idsByOpenid = new HashMap<>();
    private final Map<String, Integer> accounts = new HashMap<>();

    People(SimulatorSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** A new account with this phone number; empty if there is no room for more. */
    synchronized Optional<Person> join(String phone) {
        if (byId.size() >= MOST) {
            return Optional.empty();
        }
        // Derived, not random: who comes again after a restart, in the same order, is the same person.
        var account = phone + "/" + accounts.merge(phone, 1, Integer::sum);
        var openid = name("openid of " + settings.appId(), account);
        var person = new Person("p" + (byId.size() + 1), phone, openid, name("unionid", account), clock.instant());
        byId.put(person.id(), person);
        idsByOpenid.put(openid, person.id());
        return Optional.of(person);
    }

    private String name(String kind, String account) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(settings.appSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var digest = mac.doFinal((kind + "/" + account).getBytes(StandardCharsets.UTF_8));
            var text = "o" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
            return text.substring(0, OPENID_LENGTH);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    synchronized Optional<Person> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    synchronized Optional<Person> byOpenid(String openid) {
        return Optional.ofNullable(idsByOpenid.get(openid)).flatMap(this::byId);
    }

    /** Notes that they use the mini program now; empty if there is nobody of this id. */
    synchronized Optional<Person> active(String id) {
        return Optional.ofNullable(byId.computeIfPresent(id, (same, person) -> person.at(clock.instant())));
    }

    /** Ties their account to another number; empty if there is nobody of this id. */
    synchronized Optional<Person> changePhone(String id, String phone) {
        return Optional.ofNullable(byId.computeIfPresent(id, (same, person) -> person.withPhone(phone)));
    }
}
