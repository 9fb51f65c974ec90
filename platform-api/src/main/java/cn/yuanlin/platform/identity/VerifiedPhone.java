package cn.yuanlin.platform.identity;

/**
 * A phone whose possession was proved at sign-in.
 *
 * @param number 11 digits
 * @param reverifyNeeded whether the number may have passed to somebody else meanwhile: then it proves nothing by itself
 */
public record VerifiedPhone(String number, boolean reverifyNeeded) {
    /** Names no number: records end up in logs. */
    @Override
    public String toString() {
        return "VerifiedPhone[]";
    }
}
