package cn.yuanlin.admin.support;

import cn.yuanlin.local.WechatServer;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * As {@link AdminTest}, but with a real Keycloak as issuer and as the realm that the service administers, and a WeChat of
 * tests.
 */
public abstract class RealmTest extends AdminTest {
    @DynamicPropertySource
    static void realm(DynamicPropertyRegistry properties) {
        properties.add("yuanlin.issuer", () -> Realm.server().issuer());
        properties.add("yuanlin.keycloak.url", () -> Realm.server().url());
        properties.add("yuanlin.keycloak.client-secret", () -> Realm.server().clientSecret("tenant-admin"));
        properties.add("yuanlin.resident.client-secret", () -> Realm.server().clientSecret("resident"));
        properties.add("yuanlin.resident.ticket-secret", () -> Realm.server().ticketSecret());
        properties.add("yuanlin.identity.wechat.url", () -> FakeWeChat.only().url());
        properties.add("yuanlin.identity.wechat.app-id", () -> WechatServer.APP_ID);
        properties.add("yuanlin.identity.wechat.app-secret", () -> "of-tests");
        properties.add("yuanlin.identity.sms.demo.url", () -> FakeWeChat.only().url());
    }
}
