package cn.yuanlin.platform.membership;

/** Ties a person to the estate by something other than a door. A feature that does provides one, as a bean. */
public interface Engagement {
    /** Whether tokens of that account may name the estate for it, today or from some day on. Runs in the caller's transaction. */
    boolean isEngaged(String subject);
}
