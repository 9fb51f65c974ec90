package cn.yuanlin.platform.access;

import java.util.Set;

/** Reads what a person is in the current estate. The feature that owns memberships provides it. */
public interface MembershipReader {
    /** Called with the estate bound and no transaction open; empty for a stranger. */
    Set<Role> rolesOf(String subject);
}
