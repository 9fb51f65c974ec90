package cn.yuanlin.platform.membership;

import cn.yuanlin.platform.access.Role;

/** What a verified tie gives. */
enum Rights {
    OWNER(Role.OWNER),
    RESIDENT(Role.RESIDENT),
    GUEST(Role.GUEST);

    private final Role role;

    Rights(Role role) {
        this.role = role;
    }

    Role role() {
        return role;
    }
}
