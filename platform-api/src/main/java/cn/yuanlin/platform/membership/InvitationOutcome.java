package cn.yuanlin.platform.membership;

import java.time.Instant;

/** How inviting ended. */
sealed interface InvitationOutcome {
    /** @param code shown once */
    record Invited(InvitationCode code, Instant expiresAt) implements InvitationOutcome {}

    /** The unit is not one the person owns. */
    record NotOwner() implements InvitationOutcome {}

    record TooMany() implements InvitationOutcome {}
}
