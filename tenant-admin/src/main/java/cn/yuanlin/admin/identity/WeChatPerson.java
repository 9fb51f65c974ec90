package cn.yuanlin.admin.identity;

import org.jspecify.annotations.Nullable;

/**
 * Whom WeChat recognised.
 *
 * @param openId of the person in this mini program
 * @param unionId of the person in all programs of one owner; null unless those are bound together
 */
record WeChatPerson(String openId, @Nullable String unionId) {}
