package cn.yuanlin.gateway.frontend;

/** What the console must know before it can start, at {@code /console/config.json}. */
record ConsoleConfig(String issuer, String clientId, String apiBase) {}
