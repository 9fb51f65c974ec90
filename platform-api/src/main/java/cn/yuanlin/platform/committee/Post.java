package cn.yuanlin.platform.committee;

import cn.yuanlin.platform.access.Role;

/** What the committee takes people on as. */
enum Post {
    /** Of the property company, 物业. */
    PROPERTY(Role.PROPERTY),
    /** Of the shop, 店员. */
    SHOP_CLERK(Role.SHOP_CLERK),
    /** 监事. */
    AUDITOR(Role.AUDITOR);

    private final Role role;

    Post(Role role) {
        this.role = role;
    }

    Role role() {
        return role;
    }
}
