package cn.yuanlin.platform.access;

/** Says whose account may be in other hands since its phone number was given to somebody new. */
public interface Reverification {
    /**
     * Called with the estate bound and no transaction open; may take a few seconds.
     *
     * @throws cn.yuanlin.platform.shared.ProblemException 503 while that can't be found out
     */
    boolean isNeededOf(String subject);
}
