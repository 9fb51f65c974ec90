package cn.yuanlin.platform.access;

/** Says whose account may be in other hands: since its phone number was given to somebody new, or just now. */
public interface Reverification {
    /**
     * Called with the estate bound and no transaction open; may take a few seconds.
     *
     * @throws cn.yuanlin.platform.shared.ProblemException 503 while that can't be found out
     */
    boolean isNeededOf(String subject);

    /**
     * Whether the person said a code of their phone within the last minutes, or signs in by more than a phone anyway. Called as above.
     *
     * @throws cn.yuanlin.platform.shared.ProblemException 503 while that can't be found out
     */
    boolean isFreshOf(String subject);
}
