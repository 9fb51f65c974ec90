package cn.yuanlin.platform.access;

import java.util.Set;

/**
 * Reads what a person is in the current estate. Each feature that ties people to the estate provides one; a person has the roles of all
 * of them.
 */
public interface MembershipReader {
    /** Called with the estate bound and no transaction open; empty for a stranger. */
    Set<Role> rolesOf(String subject);
}
