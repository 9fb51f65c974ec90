package cn.yuanlin.admin.office;

/** ADDING and REMOVING are intents on their way through Keycloak; only ACTIVE grants anything. */
enum StaffState {
    ADDING,
    ACTIVE,
    REMOVING,
    REMOVED
}
