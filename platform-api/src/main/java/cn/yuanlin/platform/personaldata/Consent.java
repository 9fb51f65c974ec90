package cn.yuanlin.platform.personaldata;

import java.time.Instant;

/**
 * That a person agreed to a text.
 *
 * @param version of the text, the day it was issued
 */
record Consent(Document document, String version, Instant at) {}
