package cn.yuanlin.admin.identity;

import java.time.Duration;

/** What came of asking for a code. It is the same for phones with and without an account. */
sealed interface SendOutcome {
    record Sent(Duration resendAfter) implements SendOutcome {}

    record TooMany(Duration retryAfter) implements SendOutcome {}

    record NotDelivered() implements SendOutcome {}
}
