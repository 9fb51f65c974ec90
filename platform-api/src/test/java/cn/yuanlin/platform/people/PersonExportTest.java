package cn.yuanlin.platform.people;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.access.Role;
import cn.yuanlin.platform.keys.EstateKeys;
import cn.yuanlin.platform.shared.Area;
import cn.yuanlin.platform.testing.Archives;
import cn.yuanlin.platform.testing.Members;
import cn.yuanlin.platform.testing.PlatformTest;
import cn.yuanlin.platform.testing.TestIssuer;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PersonExportTest extends PlatformTest {
    private static final UnitNo UNIT = UnitNo.parse("3-2-502");

    @Autowired
    private RollImport roll;

    @Autowired
    private EstateKeys keys;

    @Test
    void theRollLeavesReadable() throws SQLException, IOException {
        var id = UUID.randomUUID();
        var registered = register(id, "leaving-" + id.toString().substring(0, 8), "将离小区");
        keys.make(id);
        inEstate(activate(registered), this::importRoll);

        Members.admit(http(), id, "leaving-chair", Role.COMMITTEE);
        var slug = registered.slug();
        var passphrase = http().as(TestIssuer.tokenOf("leaving-chair", id))
                .get("/api/estates/" + slug + "/archive-passphrase")
                .json()
                .path("passphrase")
                .asString();
        var zip = http().as(TestIssuer.serviceToken())
                .post("/internal/estates/" + id + "/export", null)
                .response()
                .body();
        assertThat(new String(zip, ISO_8859_1)).doesNotContain("13800000502", "E12345678");
        var files = Archives.open(zip, passphrase);

        assertThat(file(files, "data/person.jsonl"))
                .contains("\"phone\":\"13800000502\"", "\"id_number\":\"E12345678\"", "\"phone\":null")
                .doesNotContain("cipher", "hash");
        assertThat(file(files, "data/person.csv"))
                .startsWith("\ufeffid,kind,name,phone,id_type,id_number\r\n")
                .contains("甲,13800000502,PASSPORT,E12345678\r\n");
        assertThat(file(files, "data/person_record.jsonl"))
                .contains("\"phone\":\"13800000502\"", "\"phone\":null")
                .doesNotContain("cipher", "hash");
    }

    private void importRoll() {
        roll.addBuildings(List.of(new BuildingRow("3", 6)));
        roll.addUnits(List.of(new UnitRow(UNIT, new Area(8_950), UnitUse.HOUSE, AreaSource.REGISTER, UnitState.SOLD)));
        roll.addHoldings(List.of(
                new HoldingRow(
                        UNIT,
                        "甲",
                        HolderKind.PERSON,
                        "13800000502",
                        IdType.PASSPORT,
                        "E12345678",
                        new Share(1, 2),
                        false),
                new HoldingRow(
                        UNIT, "乙", HolderKind.PERSON, null, IdType.PASSPORT, "E87654321", new Share(1, 2), false)));
        roll.freeze("tester", "导入");
    }

    private static String file(Map<String, byte[]> files, String name) {
        return new String(Objects.requireNonNull(files.get(name)), UTF_8);
    }
}
