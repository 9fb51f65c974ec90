package cn.yuanlin.local;

/**
 * Somebody who can sign in.
 *
 * @param role in words of the domain, e.g. {@code platform-admin}, {@code COMMITTEE}
 * @param estate slug; empty for people who belong to none
 */
public record Account(String username, String password, String role, String estate) {}
