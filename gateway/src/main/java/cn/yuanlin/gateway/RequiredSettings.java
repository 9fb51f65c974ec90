package cn.yuanlin.gateway;

import java.util.List;
import java.util.Map;

/** Without these the gateway would come up all the same, and then route to nowhere or trust nobody's tokens. */
final class RequiredSettings {
    private static final List<String> NAMES = List.of(
            "YUANLIN_ISSUER",
            "YUANLIN_KEYCLOAK_URL",
            "YUANLIN_CLIENT_SECRET",
            "YUANLIN_RESIDENT_SECRET",
            "YUANLIN_TENANT_ADMIN_URL",
            "YUANLIN_ROUTES_FILE",
            "YUANLIN_PUBLIC_URL");

    private RequiredSettings() {}

    /** Those that are absent or blank. */
    static List<String> missingFrom(Map<String, String> environment) {
        return NAMES.stream()
                .filter(name -> environment.getOrDefault(name, "").isBlank())
                .toList();
    }
}
