package cn.yuanlin.admin.identity;

/** What came of wanting to close one's account. */
enum ClosingOutcome {
    CLOSED,
    /** Nobody said a code of the account's phone lately. */
    PHONE_PROOF_NEEDED,
    /** Too soon after the account came into doubt: whose it was shall have time to notice. */
    REVERIFICATION_NEEDED
}
