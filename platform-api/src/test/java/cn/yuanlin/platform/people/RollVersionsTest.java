package cn.yuanlin.platform.people;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RollVersionsTest extends RollPlatformTest {
    @Test
    void twoPeopleComputeTheSameFingerprintFromTheCanonicalText() {
        imported(List.of(unit("1-101", 8_000), unit("1-102", 9_000)), List.of(held("1-101", "甲"), held("1-102", "乙")));
        var published = as("chair")
                .get(api("/roll/versions/1"))
                .json()
                .get("fingerprint")
                .asString();
        assertThat(sha256(canonical("owner", 1))).isEqualTo(published);
        assertThat(sha256(canonical("other-owner", 1))).isEqualTo(published);
        assertThat(new String(canonical("owner", 1), UTF_8))
                .startsWith("1-101\t8000\tHOUSE\tREGISTER\tSOLD\t")
                .endsWith("\n")
                .doesNotContain("甲", "13800000000", passport("甲"));
    }

    @Test
    void oneSquareDecimetreGivesAnotherFingerprint() {
        imported(List.of(unit("1-101", 8_000)), List.of(held("1-101", "甲")));
        var text = new String(canonical("owner", 1), UTF_8);
        assertThat(sha256(text.replace("\t8000\t", "\t8001\t").getBytes(UTF_8)))
                .isNotEqualTo(sha256(canonical("owner", 1)));
        asSuperuser("update unit set area_dm2 = 8001");
        assertThat(frozen("面积更正", 201).get("fingerprint").asString()).isNotEqualTo(sha256(canonical("owner", 1)));
    }

    @Test
    void freezesWhatTheRollIsAndLeavesEarlierVersionsAlone() {
        imported(10, List.of(unit("1-101", 8_000)), List.of(held("1-101", "甲")));
        var first = canonical("chair", 1);
        changed("1-101", "TRANSFER", TODAY, List.of(sole("乙")));
        var second = frozen("选举前冻结", 201);
        assertThat(second.get("version").asInt()).isEqualTo(2);
        assertThat(second.get("fingerprint").asString()).isEqualTo(sha256(canonical("owner", 2)));
        assertThat(canonical("chair", 1)).isEqualTo(first).isNotEqualTo(canonical("chair", 2));
        assertThat(
                        count(
                                "select count(*) from roll_event where kind = 'FROZEN' and version = 2 and by_subject = 'chair'"))
                .isOne();
    }

    @Test
    void makesNoOtherVersionOfTheSameRoll() {
        imported(List.of(unit("1-101", 8_000)), List.of(held("1-101", "甲")));
        assertThat(frozen("再次冻结", 200).get("version").asInt()).isOne();
        assertThat(count("select count(*) from roll_version")).isOne();
    }

    @Test
    void commitsToWhoActsForAHolder() {
        imported(List.of(unit("1-101", 8_000)), List.of(held("1-101", "公司")));
        changed(
                "1-101",
                "CORRECTION",
                TODAY,
                List.of(Map.of(
                        "newPerson",
                        person("公司"),
                        "shareNumerator",
                        1,
                        "shareDenominator",
                        1,
                        "nominated",
                        false,
                        "representative",
                        Map.of("newPerson", person("代表")))));
        frozen("登记代表", 201);
        assertThat(count("""
                select count(*) from roll_entry e join person v on v.id = e.voter_id join person a on a.id = e.representative_id
                where e.version = 2 and v.name = '公司' and a.name = '代表'
                """)).isOne();
        assertThat(canonical("owner", 2)).contains((byte) '>');
        assertThat(canonical("owner", 1)).doesNotContain((byte) '>');
    }

    @Test
    void freezesMoreThanAPage() {
        var units =
                IntStream.rangeClosed(1, 1_000).mapToObj(n -> unit("1-" + n, n)).toList();
        var holders = new ArrayList<>(units.stream()
                .map(unit -> held(unit.unit().dashed(), "业主" + unit.unit().room()))
                .toList());
        imported(10, units, holders);
        changed("1-500", "TRANSFER", TODAY, List.of(sole("新主")));
        assertThat(frozen("冻结", 201).get("units").asInt()).isEqualTo(1_000);
        assertThat(sha256(canonical("owner", 2)))
                .isEqualTo(as("chair")
                        .get(api("/roll/versions/2"))
                        .json()
                        .get("fingerprint")
                        .asString());
    }

    @Test
    void areFrozenByTheCommitteeOnly() {
        imported(List.of(unit("1-101", 8_000)), List.of(held("1-101", "甲")));
        for (var subject : List.of("owner", "auditor", "property"))
            assertThat(as(subject)
                            .post(api("/roll/versions"), Map.of("reason", "冻结"))
                            .status())
                    .isEqualTo(403);
        assertThat(as("property").get(api("/roll/versions/1/canonical")).status())
                .isEqualTo(403);
        assertThat(as("owner").get(api("/roll/versions/9/canonical")).status()).isEqualTo(404);
        assertThat(as("chair")
                        .post(api("/roll/versions"), Map.of("reason", " "))
                        .status())
                .isEqualTo(400);
    }

    private JsonNode frozen(String reason, int status) {
        var answer = as("chair").post(api("/roll/versions"), Map.of("reason", reason));
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return answer.json();
    }

    private byte[] canonical(String subject, int version) {
        var answer = as(subject).get(api("/roll/versions/" + version + "/canonical"));
        assertThat(answer.status()).isEqualTo(200);
        return answer.response().body();
    }

    private static String sha256(byte[] text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
