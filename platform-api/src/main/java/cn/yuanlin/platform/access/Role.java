package cn.yuanlin.platform.access;

/** What a person is in one estate. */
public enum Role {
    COMMITTEE,
    PROPERTY,
    SHOP_CLERK,
    AUDITOR,
    OWNER,
    RESIDENT,
    /** Of another estate: shop and directory only. */
    GUEST
}
