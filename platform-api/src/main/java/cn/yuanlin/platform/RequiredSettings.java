package cn.yuanlin.platform;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * What nobody can guess must be given. A service that misses any of it says so and ends, before it speaks to anybody:
 * Spring itself would go on with the placeholder's text for a secret.
 */
@Configuration
class RequiredSettings {
    private static final List<String> NAMES = List.of(
            "YUANLIN_DB_URL",
            "YUANLIN_DB_PASSWORD",
            "YUANLIN_DB_MIGRATOR_PASSWORD",
            "YUANLIN_ISSUER",
            "YUANLIN_KEYS_DIR",
            "YUANLIN_CLIENT_SECRET");

    /** Static, so that it comes before all other beans. */
    @Bean
    static BeanFactoryPostProcessor settingsCheck(Environment environment) {
        return beans -> {
            var missing =
                    NAMES.stream().filter(name -> isMissing(environment, name)).toList();
            if (!missing.isEmpty()) {
                throw new IllegalStateException("not set in the environment: " + String.join(", ", missing));
            }
        };
    }

    private static boolean isMissing(Environment environment, String name) {
        return Optional.ofNullable(environment.getProperty(name)).orElse("").isBlank();
    }
}
