package cn.yuanlin.platform.membership;

/** What a person says they are to a unit. */
enum Relation {
    OWNER,
    FAMILY,
    TENANT,
    /** Of another estate, and of no unit here. */
    GUEST
}
