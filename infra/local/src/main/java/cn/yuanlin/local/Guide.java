package cn.yuanlin.local;

import java.util.List;

/** What {@code ./run} prints at the end: addresses, accounts, and commands to paste. */
final class Guide {
    private Guide() {}

    static String of(Platform platform, Settings settings, List<Account> accounts) {
        var gateway = platform.gatewayUrl();
        var text = new StringBuilder("""

                  Residents     %s/
                  Console       %s/console/
                  Public API    %s/api/
                  Keycloak      %s
                  WeChat        %s (played; text messages appear here)
                  Data, logs    %s
                """.formatted(
                        gateway,
                        gateway,
                        gateway,
                        platform.keycloak().url(),
                        platform.wechat().url(),
                        platform.folder()));
        text.append("\n  Accounts (user name, password, role, estate)\n");
        accounts.forEach(account -> text.append("    %-26s %-24s  %-14s %s%n"
                .formatted(account.username(), account.password(), account.role(), account.estate())));
        if (settings.demo()) {
            residents(text, DemoResidents.read(settings.root()));
            commands(text, platform, accounts);
        }
        return text.append("\n  Ctrl-C stops everything.\n").toString();
    }

    private static void residents(StringBuilder text, DemoResidents demo) {
        text.append("\n  Residents (sign in by phone at the first address; the code is shown here)\n");
        demo.residents()
                .forEach(resident ->
                        text.append("    %s  %s  %s%n".formatted(resident.phone(), resident.name(), resident.note())));
    }

    private static void commands(StringBuilder text, Platform platform, List<Account> accounts) {
        var api = platform.gatewayUrl() + "/api";
        text.append("\n  To try in another terminal\n");
        line(text, "# all estates, as the platform administrator");
        token(text, platform, accounts.getFirst(), "openid");
        line(text, "curl -s -w '\\n' -H \"Authorization: Bearer $TOKEN\" " + api + "/platform/estates");
        line(text, "# two estates, two shops");
        line(text, "curl -s -w '\\n' '" + api + "/estates/disai-yuanyuan/products?limit=3'");
        line(text, "curl -s -w '\\n' '" + api + "/estates/linyuan/products?limit=3'");
        line(text, "# the 64 shops around one estate");
        line(text, "curl -s -w '\\n' '" + api + "/estates/liyuan/shops?limit=100'");
        accounts.stream()
                .filter(account ->
                        account.role().equals("COMMITTEE") && account.estate().equals("disai-yuanyuan"))
                .findFirst()
                .ifPresent(member -> {
                    line(text, "# fund balances in fen, as a member of the committee");
                    token(text, platform, member, "openid organization:*");
                    line(
                            text,
                            "curl -s -w '\\n' -H \"Authorization: Bearer $TOKEN\" " + api
                                    + "/estates/disai-yuanyuan/funds");
                });
    }

    private static void token(StringBuilder text, Platform platform, Account account, String scope) {
        line(
                text,
                "TOKEN=$(curl -s -d grant_type=password -d client_id=demo-cli -d username=%s -d password=%s \\"
                        .formatted(account.username(), account.password()));
        line(
                text,
                "  -d 'scope=%s' %s/protocol/openid-connect/token \\"
                        .formatted(scope, platform.keycloak().issuer()));
        line(text, "  | sed 's/.*\"access_token\":\"\\([^\"]*\\)\".*/\\1/')");
    }

    private static void line(StringBuilder text, String line) {
        text.append("    ").append(line).append('\n');
    }
}
