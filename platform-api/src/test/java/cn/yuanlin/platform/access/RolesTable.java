package cn.yuanlin.platform.access;

import cn.yuanlin.platform.testing.ApiDocument.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Writes who may do what as {@code docs/roles.md} shows it. */
final class RolesTable {
    private static final String HEAD = """
            # Who may do what

            Made from the authorization rules in the code; a test fails where they differ. After a change of the rules:
            `mvn -pl platform-api test -Dtest=RolesTableTest -Droles.update=true`. What only services call (`/internal/**`) is left out.

            """;

    private static final String ESTATE = """
            ## In an estate (platform-api)

            Roles come from three places and end by themselves: the control plane's word (the first committee member, property company,
            shop clerks, auditors), verified ties to a unit (owner, resident, guest), and offices of the running term (committee).
            *Signed in* is any resident of the platform, who sees and changes only their own. On top of the table, a unit's owner acts for
            that unit only, nobody decides on their own request, and who is of the property company decides no membership, also not as a
            committee member. Whose phone number may have changed hands reads on, and gets at nobody's data, decisions, roll or members
            until they have proved anew who they are. Others' phones, id numbers, the roll's export and the archive's passphrase take
            a second factor: of accounts with a password their own, of residents a code by SMS of the last ten minutes.

            """;

    private static final String PLATFORM = """
            ## On the platform (tenant-admin)

            Office staff act within their own area only.

            """;

    private static final List<Role> ROLES = List.of(
            Role.GUEST, Role.RESIDENT, Role.OWNER, Role.COMMITTEE, Role.PROPERTY, Role.SHOP_CLERK, Role.AUDITOR);

    private RolesTable() {}

    static String of(List<Operation> estate, List<Operation> platform) {
        return HEAD + ESTATE + estateTable(estate) + "\n" + PLATFORM + platformTable(platform);
    }

    private static String estateTable(List<Operation> operations) {
        var columns = new ArrayList<>(List.of("everybody", "signed in"));
        ROLES.forEach(role -> columns.add(role.name()));
        return table(columns, operations, RolesTable::inEstate);
    }

    private static String platformTable(List<Operation> operations) {
        return table(
                List.of("everybody", "SIGNED_IN", "OFFICE", "PLATFORM_ADMIN"),
                operations,
                (operation, column) -> operation.isPublic()
                        || operation.access().contains(column)
                        || operation.isForAnyPerson() && !column.equals("everybody"));
    }

    private static boolean inEstate(Operation operation, String column) {
        if (operation.isPublic()) return true;
        if (column.equals("everybody")) return false;
        if (operation.isForAnyPerson()) return true;
        if (column.equals("signed in")) return false;
        return switch (operation.access().getFirst()) {
            case "GUEST" -> true;
            case "MEMBER" -> !column.equals(Role.GUEST.name());
            default -> operation.access().contains(column);
        };
    }

    private interface Rule {
        boolean allows(Operation operation, String column);
    }

    private static String table(List<String> columns, List<Operation> operations, Rule rule) {
        var head = "| action | request | " + String.join(" | ", columns) + " |\n";
        var line = "| --- | --- |" + " :-: |".repeat(columns.size()) + "\n";
        return head
                + line
                + operations.stream()
                        .sorted(Comparator.comparing(Operation::path).thenComparing(Operation::method))
                        .map(operation -> row(columns, operation, rule))
                        .collect(Collectors.joining());
    }

    private static String row(List<String> columns, Operation operation, Rule rule) {
        var marks = columns.stream()
                .map(column -> rule.allows(operation, column) ? "●" : " ")
                .collect(Collectors.joining(" | "));
        return "| %s | `%s` | %s |\n".formatted(operation.id(), operation, marks);
    }
}
