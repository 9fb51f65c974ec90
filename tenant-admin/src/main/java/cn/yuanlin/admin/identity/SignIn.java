package cn.yuanlin.admin.identity;

import cn.yuanlin.admin.identity.ResidentAccounts.Ensured;
import cn.yuanlin.admin.identity.SignInOutcome.AccountDisabled;
import cn.yuanlin.admin.identity.SignInOutcome.CodeRefused;
import cn.yuanlin.admin.identity.SignInOutcome.PhoneNeeded;
import cn.yuanlin.admin.identity.SignInOutcome.SignedIn;
import cn.yuanlin.admin.identity.SignInOutcome.WeChatAway;
import cn.yuanlin.admin.identity.SignInOutcome.WeChatCodeRefused;
import cn.yuanlin.admin.identity.SignInOutcome.WeChatTooOften;
import cn.yuanlin.admin.keycloak.ResidentSessions;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets residents in. Throws a {@link cn.yuanlin.admin.shared.Refusal} while Keycloak is away; the code is used up then,
 * and the person asks for another.
 */
@Component
class SignIn {
    /** Longer than a session can last: whoever keeps using the app signs in before. */
    private static final Duration QUIET = Duration.ofDays(200);

    private final SmsCodes codes;
    private final WeChat weChat;
    private final ResidentAccounts accounts;
    private final WeChatLinks links;
    private final ResidentSessions sessions;
    private final ResidentAccountStore store;
    private final Clock clock;

    SignIn(
            SmsCodes codes,
            WeChat weChat,
            ResidentAccounts accounts,
            WeChatLinks links,
            ResidentSessions sessions,
            ResidentAccountStore store,
            Clock clock) {
        this.codes = codes;
        this.weChat = weChat;
        this.accounts = accounts;
        this.links = links;
        this.sessions = sessions;
        this.store = store;
        this.clock = clock;
    }

    SignInOutcome bySms(Phone phone, String code, Sender from) {
        if (codes.redeem(phone, code, from) instanceof RedeemOutcome.Refused refused) {
            return new CodeRefused(refused);
        }
        var account = accounts.ensure(phone);
        var now = clock.instant();
        store.noteSmsSignIn(account.subject(), now, now.minus(QUIET));
        return open(account);
    }

    /** @param phoneCode of WeChat's phone button; asked for only of those we don't know yet */
    SignInOutcome byWeChat(String loginCode, @Nullable String phoneCode) {
        return switch (weChat.person(loginCode)) {
            case WeChatReply.Told<WeChatPerson> told -> of(told.value(), phoneCode);
            case WeChatReply.CodeRefused<WeChatPerson> refused -> new WeChatCodeRefused();
            case WeChatReply.TooOften<WeChatPerson> tooOften -> new WeChatTooOften();
            case WeChatReply.Away<WeChatPerson> away -> new WeChatAway();
        };
    }

    private SignInOutcome of(WeChatPerson person, @Nullable String phoneCode) {
        var known = links.known(person);
        if (known.isPresent()) {
            store.noteWeChatSignIn(known.get(), clock.instant());
            return open(new Ensured(known.get(), false));
        }
        if (phoneCode == null) {
            return new PhoneNeeded();
        }
        return switch (weChat.phone(person, phoneCode)) {
            case WeChatReply.Told<Phone> told -> open(meet(person, told.value()));
            case WeChatReply.CodeRefused<Phone> refused -> new WeChatCodeRefused();
            case WeChatReply.TooOften<Phone> tooOften -> new WeChatTooOften();
            case WeChatReply.Away<Phone> away -> new WeChatAway();
        };
    }

    private Ensured meet(WeChatPerson person, Phone phone) {
        var account = accounts.ensure(phone, person);
        var opened = links.tie(account.subject(), person);
        store.noteWeChatSignIn(opened, clock.instant());
        return opened.equals(account.subject()) ? account : new Ensured(opened, false);
    }

    private SignInOutcome open(Ensured account) {
        return sessions.open(account.subject())
                .<SignInOutcome>map(tokens -> new SignedIn(tokens, account.created()))
                .orElseGet(AccountDisabled::new);
    }
}
