package cn.yuanlin.wechat;

import java.time.Instant;
import java.util.Map;

/**
 * A message that somebody got.
 *
 * @param page of the mini program that it opens; empty if none
 * @param data texts by field of the template
 */
record SubscribeMessage(String openid, String template, String page, Map<String, String> data, Instant at) {}
