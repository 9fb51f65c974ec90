package cn.yuanlin.admin.onboarding;

/** What became of asking for the committee's one-time password. */
sealed interface AccessOutcome {
    record Granted(String username, String initialPassword) implements AccessOutcome {
        @Override
        public String toString() {
            return "Granted[" + username + "]";
        }
    }

    /** The member has chosen a password of their own; from then on the account is nobody else's. */
    record InUse() implements AccessOutcome {}

    record NotInvited() implements AccessOutcome {}
}
