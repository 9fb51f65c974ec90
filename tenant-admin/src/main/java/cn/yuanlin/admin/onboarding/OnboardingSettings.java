package cn.yuanlin.admin.onboarding;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long runs help themselves.
 *
 * @param patience how long a step is tried again by itself while a cell or Keycloak is away, before a person is asked
 * @param pause longest pause between two tries
 */
@ConfigurationProperties("yuanlin.onboarding")
record OnboardingSettings(
        @DefaultValue("10m") Duration patience,
        @DefaultValue("5s") Duration pause) {}
