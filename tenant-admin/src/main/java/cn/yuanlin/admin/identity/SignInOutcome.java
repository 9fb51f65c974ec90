package cn.yuanlin.admin.identity;

import cn.yuanlin.admin.keycloak.ResidentTokens;

/** What came of wanting in. */
sealed interface SignInOutcome {
    record SignedIn(ResidentTokens tokens, boolean newAccount) implements SignInOutcome {}

    record CodeRefused(RedeemOutcome.Refused why) implements SignInOutcome {}

    /** WeChat knows the person, we don't yet: their phone says who it is. */
    record PhoneNeeded() implements SignInOutcome {}

    record WeChatCodeRefused() implements SignInOutcome {}

    record WeChatTooOften() implements SignInOutcome {}

    record WeChatAway() implements SignInOutcome {}

    record AccountDisabled() implements SignInOutcome {}
}
