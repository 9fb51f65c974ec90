package cn.yuanlin.platform.media;

import cn.yuanlin.platform.access.Caller;

/** A kind of record that media belong to, such as a work order. The feature that has such records contributes it, as a bean. */
public interface MediaOwner {
    /** Names the kind, such as {@code work-order}; never changes. */
    String type();

    /**
     * Whether the caller would see what is somebody else's: who may have the account in other hands since its number changed must then prove who
     * they are first. Called in a transaction of the estate, before {@link #mayRead}.
     */
    boolean showsOthersData(String record, Caller caller);

    /** Whether the caller may see the record, and with it what belongs to it. Called in a transaction of the estate, in which it may note who looked. */
    boolean mayRead(String record, Caller caller);
}
