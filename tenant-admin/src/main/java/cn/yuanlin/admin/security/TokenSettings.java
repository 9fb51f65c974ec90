package cn.yuanlin.admin.security;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whose tokens are believed.
 *
 * @param issuer the realm's issuer, exactly as tokens name it
 * @param jwksUrl where its keys are; asked when the first token arrives, never at start-up
 */
@ConfigurationProperties("yuanlin")
record TokenSettings(String issuer, String jwksUrl) {}
