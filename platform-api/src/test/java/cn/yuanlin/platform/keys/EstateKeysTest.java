package cn.yuanlin.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yuanlin.platform.tenancy.CellRole;
import cn.yuanlin.platform.testing.PlatformTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;

class EstateKeysTest extends PlatformTest {
    private static final UUID ROW = UUID.randomUUID();

    @Autowired
    private EstateKeys keys;

    @Autowired
    @Qualifier("registrar")
    private CellRole registrar;

    @Value("${yuanlin.keys-dir}")
    private Path folder;

    @BeforeEach
    void keysForBoth() {
        keys.make(DISAI);
        keys.make(LINYUAN);
    }

    @Test
    void whatIsEncryptedReadsBackOnlyInItsPlace() {
        var secrets = keys.of(DISAI);
        var cipher = secrets.encrypt("13800000000", "person.phone", ROW);
        assertThat(secrets.decrypt(cipher, "person.phone", ROW)).isEqualTo("13800000000");
        assertThatThrownBy(() -> secrets.decrypt(cipher, "person.phone", UUID.randomUUID()))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> secrets.decrypt(cipher, "person.id_number", ROW))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> keys.of(LINYUAN).decrypt(cipher, "person.phone", ROW))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aLookupHashIsTheSameWithinAnEstateAndAnotherElsewhere() {
        var hash = keys.of(DISAI).lookupHash("13800000000", "person.phone");
        assertThat(hash).hasSize(32).isEqualTo(keys.of(DISAI).lookupHash("13800000000", "person.phone"));
        assertThat(keys.of(LINYUAN).lookupHash("13800000000", "person.phone")).isNotEqualTo(hash);
        assertThat(keys.of(DISAI).lookupHash("13800000000", "person.id_number")).isNotEqualTo(hash);
    }

    @Test
    void aFileReadsBackAndOneCutShortDoesNot() throws IOException {
        var plain = new byte[3_000_000];
        Arrays.fill(plain, (byte) 7);
        var cipher = new ByteArrayOutputStream();
        try (var out = keys.of(DISAI).encrypting(cipher, "workbook", ROW)) {
            out.write(plain);
        }
        var bytes = cipher.toByteArray();
        try (var in = keys.of(DISAI).decrypting(new ByteArrayInputStream(bytes), "workbook", ROW)) {
            assertThat(in.readAllBytes()).isEqualTo(plain);
        }
        var cut = Arrays.copyOf(bytes, bytes.length - 100);
        try (var in = keys.of(DISAI).decrypting(new ByteArrayInputStream(cut), "workbook", ROW)) {
            assertThatThrownBy(in::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    /** As an older release wrote workbooks that wait for their import. */
    @Test
    void aFileThatDoesNotNameItsKeyReadsBackToo() throws IOException {
        var cipher = new ByteArrayOutputStream();
        try (var out = keys.of(DISAI).encrypting(cipher, "workbook", ROW)) {
            out.write(7);
        }
        var bytes = cipher.toByteArray();
        assertThat(Arrays.copyOf(bytes, KeyPrefix.LENGTH))
                .isEqualTo(keys.of(DISAI).filePrefix());
        var nameless = Arrays.copyOfRange(bytes, KeyPrefix.LENGTH, bytes.length);
        try (var in = keys.of(DISAI).decrypting(new ByteArrayInputStream(nameless), "workbook", ROW)) {
            assertThat(in.readAllBytes()).containsExactly(7);
        }
    }

    @Test
    void theWrappingKeyIsAFileThatOnlyTheServiceReads() throws IOException {
        var file = folder.resolve(DISAI.toString());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        var before = Files.readString(file);
        keys.make(DISAI);
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @Test
    void withoutItsKeyAnEstateCannotBeRead() {
        var id = UUID.randomUUID();
        register(id, "keyless-" + id.toString().substring(0, 8), "无钥小区");
        keys.make(id);
        assertThat(keys.of(id).encrypt("x", "c", ROW)).isNotEmpty();
        keys.destroy(id);
        assertThatThrownBy(() -> keys.of(id)).isInstanceOf(KeyGoneException.class);
    }

    @Test
    void theWrappedKeysOfABackupOpenNothingOnceTheirKeyIsDestroyed() {
        var id = registered();
        keys.make(id);
        assertThat(keys.of(id).encrypt("x", "c", ROW)).isNotEmpty();
        var backup = registrar.call(jdbc -> jdbc.sql("select purpose, wrapped from estate_key where estate_id = ?")
                .param(id)
                .query()
                .listOfRows());
        keys.destroy(id);
        for (var row : backup)
            registrar.run(jdbc -> jdbc.sql("insert into estate_key (estate_id, purpose, wrapped) values (?, ?, ?)")
                    .params(id, row.get("purpose"), row.get("wrapped"))
                    .update());
        assertThatThrownBy(() -> keys.of(id)).isInstanceOf(KeyGoneException.class);
    }

    @Test
    void anotherProcessUsesNoKeysThatWereDestroyedOrRenewed() throws GeneralSecurityException {
        var id = registered();
        var elsewhere = new EstateKeys(registrar, folder);
        keys.make(id);
        var before = elsewhere.of(id).encrypt("x", "c", ROW);

        keys.destroy(id);
        assertThatThrownBy(() -> elsewhere.of(id)).isInstanceOf(KeyGoneException.class);

        keys.make(id);
        var after = elsewhere.of(id).encrypt("x", "c", ROW);
        assertThat(keys.of(id).decrypt(after, "c", ROW)).isEqualTo("x");
        assertThatThrownBy(() -> elsewhere.of(id).decrypt(before, "c", ROW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keysThatNothingOpensAreReplacedOnlyWhereNoDataIsLost() throws IOException, SQLException {
        var id = registered();
        keys.make(id);
        Files.delete(folder.resolve(id.toString()));
        keys.make(id);
        assertThat(keys.of(id).encrypt("x", "c", ROW)).isNotEmpty();

        schemas.create(registry.byId(id).orElseThrow());
        var wrapping = Files.readString(folder.resolve(id.toString()));
        Files.delete(folder.resolve(id.toString()));
        assertThatThrownBy(() -> keys.make(id)).isInstanceOf(KeyGoneException.class);
        Files.writeString(folder.resolve(id.toString()), wrapping);
        assertThat(keys.of(id).encrypt("x", "c", ROW)).isNotEmpty();
    }

    private UUID registered() {
        var id = UUID.randomUUID();
        register(id, "keyed-" + id.toString().substring(24), "有钥小区");
        return id;
    }
}
