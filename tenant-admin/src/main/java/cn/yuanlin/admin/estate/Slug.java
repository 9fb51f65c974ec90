package cn.yuanlin.admin.estate;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** An estate's name in addresses: lower-case pinyin with single hyphens, 3 to 40 characters. It may change; ids do not. */
public record Slug(String text) {
    static final int SHORTEST = 3;
    static final int LONGEST = 40;
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    /** Words that stand, or may one day stand, where a slug does. */
    private static final Set<String> RESERVED = Set.of(
            "admin",
            "api",
            "app",
            "application",
            "applications",
            "assets",
            "audit",
            "auth",
            "callback",
            "cell",
            "cells",
            "console",
            "demo-cli",
            "estate",
            "estates",
            "gateway",
            "health",
            "help",
            "identity",
            "internal",
            "keycloak",
            "login",
            "logout",
            "metrics",
            "new",
            "null",
            "office",
            "offices",
            "platform",
            "problems",
            "public",
            "realms",
            "resident",
            "rollouts",
            "root",
            "static",
            "status",
            "support",
            "system",
            "tenant-admin",
            "test",
            "undefined",
            "www",
            "yuanlin");

    /** @throws IllegalArgumentException if {@link #complaint} has one */
    public Slug {
        complaint(text).ifPresent(wrong -> {
            throw new IllegalArgumentException(wrong);
        });
    }

    /** What is wrong with a text as a slug, in a clerk's words; empty if nothing is. */
    static Optional<String> complaint(String text) {
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            return Optional.of("网址简称应为3到40个字符");
        }
        if (!FORM.matcher(text).matches()) {
            return Optional.of("网址简称只能用小写字母、数字和单个连字符，并以字母开头");
        }
        if (RESERVED.contains(text)) {
            return Optional.of("网址简称“" + text + "”是系统保留词，请换一个");
        }
        return Optional.empty();
    }
}
