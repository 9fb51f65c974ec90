package cn.yuanlin.admin.support;

import cn.yuanlin.local.KeycloakServer;
import cn.yuanlin.local.RealmAdmin;

/** One real Keycloak with our realm for the module's tests; started when first asked for. */
public final class Realm {
    private static final KeycloakServer SERVER = start();

    private Realm() {}

    private static KeycloakServer start() {
        var server = KeycloakServer.temporary();
        server.admin().allowPasswordTokens();
        return server;
    }

    public static KeycloakServer server() {
        return SERVER;
    }

    public static RealmAdmin admin() {
        return SERVER.admin();
    }

    /** The access token of the realm's first account. */
    public static String platformAdmin() {
        return admin().userToken("platform-admin", SERVER.platformAdminPassword(), "");
    }
}
