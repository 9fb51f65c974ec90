package cn.yuanlin.platform.testing;

import cn.yuanlin.platform.provisioning.EstateSchemas;
import cn.yuanlin.platform.tenancy.CurrentEstate;
import cn.yuanlin.platform.tenancy.Estate;
import cn.yuanlin.platform.tenancy.EstateRegistration;
import cn.yuanlin.platform.tenancy.EstateRegistry;
import cn.yuanlin.platform.tenancy.EstateState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The whole service on a random port over a real database, with two active estates. Tests share both with all other classes: make
 * what you need, expect nothing else.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class PlatformTest {
    public static final UUID DISAI = UUID.fromString("01990000-0000-7000-8000-0000000000d1");
    public static final UUID LINYUAN = UUID.fromString("01990000-0000-7000-8000-0000000000a2");
    private static final Path KEYS = temporaryFolder("yuanlin-keys");
    private static final Path MEDIA = temporaryFolder("yuanlin-media");

    @LocalServerPort
    private int port;

    @Autowired
    protected EstateRegistry registry;

    @Autowired
    protected EstateSchemas schemas;

    @Autowired
    private PlatformTransactionManager transactions;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        properties.add("YUANLIN_DB_URL", TestCell::url);
        properties.add("YUANLIN_DB_USERNAME", () -> TestCell.APP);
        properties.add("YUANLIN_DB_PASSWORD", () -> TestCell.PASSWORD);
        properties.add("YUANLIN_DB_MIGRATOR_USERNAME", () -> TestCell.MIGRATOR);
        properties.add("YUANLIN_DB_MIGRATOR_PASSWORD", () -> TestCell.PASSWORD);
        properties.add("YUANLIN_DB_ROLE_PREFIX", () -> TestCell.PREFIX);
        properties.add("YUANLIN_ISSUER", TestIssuer::issuer);
        properties.add("YUANLIN_KEYS_DIR", KEYS::toString);
        properties.add("YUANLIN_TENANT_ADMIN_URL", TestPeople::url);
        properties.add("YUANLIN_TOKEN_URL", TestPeople::tokenUrl);
        properties.add("YUANLIN_CLIENT_SECRET", () -> TestPeople.SECRET);
        properties.add("YUANLIN_MEDIA_DIR", MEDIA::toString);
    }

    @BeforeEach
    void twoEstates() throws SQLException {
        if (registry.bySlug("disai-yuanyuan").isEmpty()) activate(register(DISAI, "disai-yuanyuan", "迪赛缘园"));
        if (registry.bySlug("linyuan").isEmpty()) activate(register(LINYUAN, "linyuan", "邻苑"));
    }

    protected Estate disai() {
        return registry.byId(DISAI).orElseThrow();
    }

    protected Estate linyuan() {
        return registry.byId(LINYUAN).orElseThrow();
    }

    /** Registers an estate as the control plane would; it has no schema yet. */
    protected Estate register(UUID id, String slug, String name) {
        var schema = "e_" + id.toString().substring(24);
        var community = UUID.fromString("01990000-0000-7000-8000-00000000c001");
        var street = UUID.fromString("01990000-0000-7000-8000-00000000f001");
        return registry.register(
                new EstateRegistration(id, schema, slug, name, "NINGBO", community, "春华社区", street, "集士港镇"));
    }

    protected Estate activate(Estate estate) throws SQLException {
        schemas.create(estate);
        return registry.moveTo(EstateState.ACTIVE, estate.id(), Set.of(EstateState.PROVISIONED))
                .orElseThrow();
    }

    /** Runs in the estate, in one transaction. */
    protected void inEstate(Estate estate, Runnable work) {
        CurrentEstate.run(
                estate, () -> new TransactionTemplate(transactions).executeWithoutResult(status -> work.run()));
    }

    protected Http http() {
        return new Http("http://127.0.0.1:" + port);
    }

    private static Path temporaryFolder(String name) {
        try {
            return Files.createTempDirectory(name);
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
