package cn.yuanlin.platform.access;

import java.util.Set;

/**
 * Who calls, as an argument of a handler.
 *
 * @param subject the token's subject: the same person in all estates
 * @param name as signed in, for showing only
 * @param roles in the current estate; empty where the endpoint is the control plane's
 */
public record Caller(String subject, String name, Set<Role> roles) {}
