package cn.yuanlin.admin.cell;

/** The first committee member. Personal data: passed on to Keycloak, kept nowhere, never logged. */
public record CommitteeContact(String name) {
    @Override
    public String toString() {
        return "CommitteeContact[…]";
    }
}
