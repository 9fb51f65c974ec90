package cn.yuanlin.admin.identity;

import cn.yuanlin.admin.identity.ResidentAccounts.Ensured;
import cn.yuanlin.admin.identity.SignInOutcome.AccountDisabled;
import cn.yuanlin.admin.identity.SignInOutcome.CodeWrong;
import cn.yuanlin.admin.identity.SignInOutcome.PhoneNeeded;
import cn.yuanlin.admin.identity.SignInOutcome.SignedIn;
import cn.yuanlin.admin.identity.SignInOutcome.WeChatAway;
import cn.yuanlin.admin.identity.SignInOutcome.WeChatCodeRefused;
import cn.yuanlin.admin.identity.SignInOutcome.WeChatTooOften;
import cn.yuanlin.admin.keycloak.ResidentSessions;
import cn.yuanlin.admin.keycloak.Residents;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets residents in. Throws a {@link cn.yuanlin.admin.shared.Refusal} while Keycloak is away; the code is used up then,
 * and the person asks for another.
 */
@Component
class SignIn {
    private final SmsCodes codes;
    private final WeChat weChat;
    private final ResidentAccounts accounts;
    private final ResidentAccountStore store;
    private final Residents residents;
    private final ResidentSessions sessions;
    private final Clock clock;

    SignIn(
            SmsCodes codes,
            WeChat weChat,
            ResidentAccounts accounts,
            ResidentAccountStore store,
            Residents residents,
            ResidentSessions sessions,
            Clock clock) {
        this.codes = codes;
        this.weChat = weChat;
        this.accounts = accounts;
        this.store = store;
        this.residents = residents;
        this.sessions = sessions;
        this.clock = clock;
    }

    SignInOutcome bySms(Phone phone, String code) {
        return codes.redeem(phone, code) ? open(accounts.ensure(phone)) : new CodeWrong();
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
        var known = known(person);
        if (known.isPresent()) {
            return open(new Ensured(known.get(), false));
        }
        if (phoneCode == null) {
            return new PhoneNeeded();
        }
        return switch (weChat.phone(phoneCode)) {
            case WeChatReply.Told<Phone> told -> open(meet(person, told.value()));
            case WeChatReply.CodeRefused<Phone> refused -> new WeChatCodeRefused();
            case WeChatReply.TooOften<Phone> tooOften -> new WeChatTooOften();
            case WeChatReply.Away<Phone> away -> new WeChatAway();
        };
    }

    /** By the open id, else by the union id: the same person in another program of ours. */
    private Optional<UUID> known(WeChatPerson person) {
        var byOpenId = residents.linkedTo(weChat.openIds(), person.openId());
        var union = person.unionId();
        if (byOpenId.isPresent() || union == null) {
            return byOpenId;
        }
        var byUnionId = residents.linkedTo(weChat.unionIds(), union);
        byUnionId.ifPresent(subject -> residents.link(subject, weChat.openIds(), person.openId()));
        return byUnionId;
    }

    /**
     * Numbers are given to new people: who comes with a phone that has an account already, and with a WeChat account we
     * never saw, proves anew who they are before it gets ballots or money. Whoever was linked before is signed out.
     */
    private Ensured meet(WeChatPerson person, Phone phone) {
        var account = accounts.ensure(phone);
        if (!account.created()) {
            store.demandReverification(account.subject(), clock.instant());
        }
        var replaced = residents.link(account.subject(), weChat.openIds(), person.openId());
        var union = person.unionId();
        if (union != null) {
            replaced |= residents.link(account.subject(), weChat.unionIds(), union);
        } else if (replaced) {
            residents.unlink(account.subject(), weChat.unionIds());
        }
        if (replaced) {
            residents.signOutEverywhere(account.subject());
        }
        return account;
    }

    private SignInOutcome open(Ensured account) {
        return sessions.open(account.subject())
                .<SignInOutcome>map(tokens -> new SignedIn(tokens, account.created()))
                .orElseGet(AccountDisabled::new);
    }
}
