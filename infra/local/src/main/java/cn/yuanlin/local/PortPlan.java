package cn.yuanlin.local;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which part listens where on 127.0.0.1. Management ports carry health and metrics. */
final class PortPlan {
    static final int DEFAULT_BASE = 8080;
    /** Lowest base that leaves PostgreSQL an unprivileged port. */
    static final int LOWEST_BASE = 3700;
    /** Highest base with room for the management ports of the last cell. */
    static final int HIGHEST_BASE = 64_000;

    private static final int WECHAT = 3;
    private static final int KEYCLOAK = 100;
    private static final int POSTGRES = -2600;
    private static final int MANAGEMENT = 1000;

    private final Map<String, Integer> ports;

    private PortPlan(Map<String, Integer> ports) {
        this.ports = ports;
    }

    /** Base 8080 gives gateway 8080, tenant-admin 8081, WeChat 8083, cells 8091 up, Keycloak 8180, PostgreSQL 5480. */
    static PortPlan from(int base, int cells) {
        var ports = new LinkedHashMap<String, Integer>();
        ports.put("gateway", base);
        ports.put("tenant-admin", base + 1);
        for (var cell = 1; cell <= cells; cell++) {
            ports.put("platform-api-c" + cell, base + 10 + cell);
        }
        for (var service : Map.copyOf(ports).entrySet()) {
            ports.put(service.getKey() + " management", service.getValue() + MANAGEMENT);
        }
        ports.put("wechat", base + WECHAT);
        ports.put("keycloak", base + KEYCLOAK);
        ports.put("postgres", base + POSTGRES);
        return new PortPlan(ports);
    }

    /** Free ports, for tests. */
    static PortPlan random(int cells) {
        var ports = new HashMap<String, Integer>();
        from(DEFAULT_BASE, cells).ports.keySet().forEach(name -> ports.put(name, Ports.free()));
        return new PortPlan(ports);
    }

    int of(String part) {
        var port = ports.get(part);
        if (port == null) {
            throw new IllegalArgumentException("No port planned for " + part);
        }
        return port;
    }

    int management(String service) {
        return of(service + " management");
    }

    /** @throws LocalException naming the first port that is taken */
    void requireFree() {
        ports.forEach((part, port) -> Ports.requireFree(port, part));
    }
}
