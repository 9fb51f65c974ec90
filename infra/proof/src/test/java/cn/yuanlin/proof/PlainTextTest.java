package cn.yuanlin.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * No phone and no id number of the demo, or of anybody who has come in since, lies anywhere in plain text, but in one place:
 * Keycloak's own record of a user, attribute {@code phone} ({@code user_attribute.value} of its database). What the played WeChat logs is
 * what arrives on people's phones, and no part of the platform.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlainTextTest {
    private static final String PHONES_OF_KEYCLOAK = "keycloak public.user_attribute";
    private static final Set<String> NO_PART_OF_THE_PLATFORM =
            Set.of("logs/wechat.log", "logs/wechat.log.1", "residents.json");
    private static final String WITHOUT_PHONES = """
            select id, name, user_id, case when name = 'phone' then null else value end, long_value
            from public.user_attribute""";

    private final RunningPlatform platform = RunningPlatform.get();
    private final RunningPlatform.Spare spare = platform.spare();
    private final Path home = platform.parts().folder();
    private String newcomer;
    private PersonalNumbers secrets;

    /** Whatever proofs ran before this one, each kind of personal data has passed once. */
    @BeforeAll
    void peopleLiveHere() {
        var gateway = platform.gateway().from("127.0.4.1");
        newcomer = Phones.newNumber();
        var browser = new Browser(gateway);
        browser.askForCode(newcomer).expecting(202);
        browser.signIn(newcomer, new Phones(platform.parts()).smsCode(newcomer)).expecting(200);

        // None of the demo's own residents, whose accounts are looked at elsewhere.
        var holder = DemoRoll.of("linyuan").provable().reversed().get(1);
        var owner = Resident.comesIn(platform, holder.phone());
        owner.asks(spare.path(), holder.claim());
        owner.awaitRoles(spare.path(), "OWNER");
        owner.get(spare.path() + "/me/data").expecting(200);
        committeeWorks(gateway, holder);
        secrets = new PersonalNumbers(numbers());
    }

    private void committeeWorks(Caller gateway, DemoRoll.Holder holder) {
        var found = gateway.get(spare.path() + "/roll?q=" + Caller.encoded(holder.door()), spare.committee())
                .expecting(200);
        var person = found.json().at("/items/0/holders/0/person").asString();
        for (var shown :
                Map.of("PHONE", holder.phone(), "ID_NUMBER", holder.idNumber()).entrySet()) {
            var answer = gateway.post(
                            spare.path() + "/persons/" + person + "/disclosures", spare.committee(), """
                            {"field":"%s","reason":"核对名册"}""".formatted(
                                            shown.getKey()))
                    .expecting(200);
            assertThat(answer.json().path("value").asString()).isEqualTo(shown.getValue());
        }
        gateway.post(spare.path() + "/roll/export", spare.committee(), "{\"reason\":\"存档\"}")
                .expecting(200);
        gateway.upload(
                        spare.path() + "/roll/import-previews",
                        spare.committee(),
                        RunningPlatform.ROOT.resolve("infra/demo/workbooks/linyuan.xlsx"))
                .expecting(201);
    }

    private static Set<String> numbers() {
        var numbers = new HashSet<>(Phones.given());
        for (var slug : Set.of("disai-yuanyuan", "linyuan", "liyuan", "qinghe-li")) {
            var roll = DemoRoll.of(slug);
            Stream.concat(roll.phones(), roll.idNumbers()).forEach(numbers::add);
        }
        for (var file : Set.of("past.json", "residents.json")) {
            JsonMapper.shared()
                    .readTree(RunningPlatform.ROOT.resolve("infra/demo/" + file).toFile())
                    .findValuesAsString("phone")
                    .forEach(numbers::add);
        }
        assertThat(numbers).hasSizeGreaterThan(3_000);
        return numbers;
    }

    @Test
    void noDatabaseHasThem() throws SQLException {
        assertThat(inDatabases(Map.of())).containsOnlyKeys(PHONES_OF_KEYCLOAK);
        assertThat(inDatabases(Map.of(PHONES_OF_KEYCLOAK, WITHOUT_PHONES))).isEmpty();
    }

    @Test
    void noFileBelowTheHomeHasThem() throws IOException {
        assertThat(inFiles()).isEmpty();
    }

    @Test
    void noMetricHasThem() {
        assertThat(platform.parts().services())
                .hasSize(3)
                .allSatisfy(service -> assertThat(secrets.in(new Caller(service.metricsUrl())
                                .get("", null)
                                .expecting(200)
                                .body()))
                        .as(service.name())
                        .isEmpty());
    }

    @Test
    void anExportOfTheRealmHasThemWithTheUsersPhoneOnly() {
        var export = platform.parts().keycloak().admin().export();
        assertThat(secrets.in(export.toString())).contains(newcomer);
        for (var user : export.path("users")) {
            if (user.path("attributes") instanceof ObjectNode attributes) attributes.remove("phone");
        }
        assertThat(secrets.in(export.toString())).isEmpty();
    }

    @Test
    void whatIsPlantedIsFound() throws SQLException, IOException {
        var three = secrets.numbers().stream().sorted().limit(3).toList();
        var cell = platform.parts().postgres();
        var planted = Files.writeString(
                home.resolve("logs/planted.log"),
                "asked by " + three.getFirst(),
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE);
        cell.execute("cell_c1", """
                create table public.planted as
                select 'call %1$s'::text note, '{"id": "%2$s"}'::bytea bytes, encode('x%3$s', 'base64') code
                """.formatted(three.toArray()));
        try {
            assertThat(inDatabases(Map.of(PHONES_OF_KEYCLOAK, WITHOUT_PHONES)))
                    .containsOnly(entry("cell_c1 public.planted", new TreeSet<>(three)));
            assertThat(inFiles()).containsOnly(entry("logs/planted.log", Set.of(three.getFirst())));
        } finally {
            cell.execute("cell_c1", "drop table public.planted");
            Files.delete(planted);
        }
    }

    /** By table. */
    private Map<String, Set<String>> inDatabases(Map<String, String> instead) throws SQLException {
        var found = new TreeMap<String, Set<String>>();
        var tables = new DatabaseDump(platform.parts().postgres(), instead)
                .rows((table, row) -> note(found, table, secrets.in(row)));
        assertThat(tables).isGreaterThan(300);
        return found;
    }

    /** By file; the database's own files are what was dumped, and the launcher notes which residents of the demo it has let in. */
    private Map<String, Set<String>> inFiles() throws IOException {
        var found = new TreeMap<String, Set<String>>();
        try (var files = Files.walk(home)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = home.relativize(file).toString();
                if (name.startsWith("postgres") || NO_PART_OF_THE_PLATFORM.contains(name)) continue;
                note(found, name, secrets.in(Files.readAllBytes(file)));
            }
        }
        return found;
    }

    private static void note(Map<String, Set<String>> found, String where, Set<String> numbers) {
        if (!numbers.isEmpty())
            found.computeIfAbsent(where, none -> new TreeSet<>()).addAll(numbers);
    }
}
