package cn.yuanlin.admin.identity;

sealed interface PhoneChangeOutcome {
    record Changed() implements PhoneChangeOutcome {}

    record CodeRefused(RedeemOutcome.Refused why) implements PhoneChangeOutcome {}

    /** The phone is another account's; its owner signs in with it and closes that account first. */
    record PhoneTaken() implements PhoneChangeOutcome {}

    /** The caller is no resident. */
    record NoAccount() implements PhoneChangeOutcome {}
}
