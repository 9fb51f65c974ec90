package cn.yuanlin.admin.support;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole service over HTTP, on a real PostgreSQL, with tokens of {@link TokenIssuer}. All tests that extend this
 * share one context and one database: each makes its own offices ({@link Scene}) and none clears tables.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "logging.structured.format.console=",
            // Contexts share one database: jobs run where a test wants them to, see CellTest.
            "db-scheduler.polling-interval=1h",
            "springdoc.api-docs.enabled=true",
            "yuanlin.reconcile-every=PT1H"
        })
public abstract class AdminTest {
    @LocalServerPort
    private int port;

    @Autowired
    protected Scene scene;

    protected Api api;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        properties.add("YUANLIN_DB_URL", ControlDatabase::url);
        properties.add("YUANLIN_DB_PASSWORD", ControlDatabase::appPassword);
        properties.add("YUANLIN_DB_OWNER_PASSWORD", ControlDatabase::ownerPassword);
        properties.add("YUANLIN_ISSUER", TokenIssuer::issuer);
        properties.add("YUANLIN_CLIENT_SECRET", () -> "of-tests");
        properties.add("YUANLIN_RESIDENT_SECRET", () -> "of-tests");
        properties.add("YUANLIN_TICKET_SECRET", () -> "a-ticket-secret-of-tests-32-bytes");
        properties.add("YUANLIN_IDENTITY_KEY", () -> "an-identity-key-of-tests");
        // Nobody listens there either: tests of identity bring a WeChat and a phone of their own.
        properties.add("YUANLIN_WECHAT_URL", () -> "http://127.0.0.1:9");
        properties.add("YUANLIN_SMS_DEMO_URL", () -> "http://127.0.0.1:9");
        // Named as everybody must, and not registered: tests bring cells of their own.
        properties.add("YUANLIN_CELLS", () -> "c0=http://127.0.0.1:9");
        properties.add("yuanlin.cell.registry", () -> "");
        // Nobody listens there: tests that need Keycloak extend RealmTest.
        properties.add("YUANLIN_KEYCLOAK_URL", () -> "http://127.0.0.1:9");
    }

    @BeforeEach
    void knock() {
        api = new Api("http://127.0.0.1:" + port);
    }
}
