package cn.yuanlin.platform.access;

/** Hears that somebody who is something in the current estate is here: now and then while they are, not with each request. */
public interface Presence {
    /** Called with the estate bound and no transaction open. What it keeps is worth no refusal: it must not fail. */
    void here(String subject);
}
