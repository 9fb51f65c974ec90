package cn.yuanlin.gateway.frontend;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param consoleDirectory where the built console lies; null or absent: there is no console
 * @param appDirectory where the residents' app lies, built for browsers; null or absent: there is no app
 * @param issuer the realm as browsers see it
 * @param consoleClientId the console's client there
 * @param apiBase where the console finds the API
 */
@ConfigurationProperties("yuanlin.gateway.frontend")
record FrontendSettings(
        @Nullable Path consoleDirectory,
        @Nullable Path appDirectory,
        String issuer,
        String consoleClientId,
        String apiBase) {}
