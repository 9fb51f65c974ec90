package cn.yuanlin.admin.support;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** As {@link AdminTest}, but with a real Keycloak as issuer and as the realm that the service administers. */
public abstract class RealmTest extends AdminTest {
    @DynamicPropertySource
    static void realm(DynamicPropertyRegistry properties) {
        properties.add("yuanlin.issuer", () -> Realm.server().issuer());
        properties.add("yuanlin.keycloak.url", () -> Realm.server().url());
        properties.add("yuanlin.keycloak.client-secret", () -> Realm.server().clientSecret("tenant-admin"));
    }
}
