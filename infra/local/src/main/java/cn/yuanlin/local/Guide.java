package cn.yuanlin.local;

import java.util.List;

/** What {@code ./run} prints at the end: addresses, accounts, and commands to paste. */
final class Guide {
    private Guide() {}

    static String of(Platform platform, List<Account> accounts) {
        var text = new StringBuilder();
        var gateway = platform.gatewayUrl();
        text.append("""

                  Console       %s/console/
                  Public API    %s/api/
                  Keycloak      %s
                  Data, logs    %s
                """.formatted(gateway, gateway, platform.keycloak().url(), platform.folder()));
        text.append("\n  Accounts\n");
        accounts.forEach(account -> text.append("    %-24s %-26s %s %s%n"
                .formatted(account.username(), account.password(), account.role(), account.estate())));
        text.append("\n  Ctrl-C stops everything.\n");
        return text.toString();
    }
}
