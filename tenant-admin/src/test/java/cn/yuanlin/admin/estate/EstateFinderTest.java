package cn.yuanlin.admin.estate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.admin.support.CellTest;
import cn.yuanlin.admin.support.ControlDatabase;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class EstateFinderTest extends CellTest {
    private final List<UUID> open = new ArrayList<>();

    /** Roll-outs of other tests take all open estates there are. */
    @AfterEach
    void removeTheEstates() {
        open.forEach(estate -> owner.sql("delete from control.estate where id = ?")
                .param(estate)
                .update());
    }

    @ParameterizedTest
    @ValueSource(strings = {"翠柏重园", "柏重", "ｃｂｚｙ", "cbcy", "CBZ", "cuibai zhongyuan"})
    void findsByNameInitialsAndPinyin(String typed) {
        var slug = opened(
                "翠柏重园", "cuibai-zhongyuan-" + UUID.randomUUID().toString().substring(0, 4));

        assertThat(slugs(find(typed))).containsExactly(slug);
    }

    @Test
    void findsByCommunityAndStreetAndTellsWhatStandsOnTheGateOnly() {
        var slug = opened("翠柏重园", slug());
        var street = owner.sql(
                        "select s.name from control.office c join control.office s on s.id = c.parent_id where c.id = ?")
                .param(community)
                .query(String.class)
                .single();
        var place = owner.sql("select name from control.office where id = ?")
                .param(community)
                .query(String.class)
                .single();

        var found = find(place);
        assertThat(slugs(found)).containsExactly(slug);
        assertThat(slugs(find(street))).containsExactly(slug);
        var shown = found.path("items").get(0);
        assertThat(shown.propertyNames()).containsExactlyInAnyOrder("slug", "name", "community", "street", "city");
        assertThat(shown.path("community").asString()).isEqualTo(place);
        assertThat(shown.path("street").asString()).isEqualTo(street);
        assertThat(shown.path("city").asString()).isEqualTo("NINGBO");
    }

    @Test
    void findsOpenEstatesOnly() {
        var slug = slug();
        enter("栎木新村", slug);
        assertThat(slugs(find("栎木新村"))).isEmpty();
        open(slug);
        assertThat(slugs(find("栎木新村"))).containsExactly(slug);
        owner.sql("update control.estate set state = 'SUSPENDED' where slug = ?")
                .param(slug)
                .update();
        assertThat(slugs(find("栎木新村"))).isEmpty();
    }

    @Test
    void showsTwentyAPageAndEachEstateOnce() {
        var all = new ArrayList<String>();
        for (var number = 0; number < 41; number++) {
            // Twins too: the place of a page's end must not hang on the name alone.
            all.add(opened("槭林苑" + number / 2, slug()));
        }
        var first = find("槭林苑");
        var second = find("槭林苑", first.path("next").asString());
        var third = find("槭林苑", second.path("next").asString());

        assertThat(List.of(
                        slugs(first).size(), slugs(second).size(), slugs(third).size()))
                .containsExactly(20, 20, 1);
        assertThat(third.path("next").isNull()).isTrue();
        var seen = new ArrayList<>(slugs(first));
        seen.addAll(slugs(second));
        seen.addAll(slugs(third));
        assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void takesSignsOfPatternsForThemselves() {
        opened("榉树里", slug());
        for (var typed : List.of("%", "_", "榉_里", "'", "\\")) {
            assertThat(slugs(find(typed))).as(typed).isEmpty();
        }
        assertThat(slugs(find("\u0000榉树\u0000"))).hasSize(1);
    }

    @Test
    void refusesWhatNobodyTypesAndPagesItNeverGave() {
        assertThat(api.get("/api/platform/estate-finder?q=" + "a".repeat(41)).status())
                .isEqualTo(400);
        for (var after : List.of("x", encoded("榉树里"), encoded("榉\u0000\nx"), encoded("榉树里\nX'"), "a".repeat(401))) {
            assertThat(api.get("/api/platform/estate-finder?after=" + after).status())
                    .as(after)
                    .isEqualTo(400);
        }
    }

    @Test
    void estatesEnteredBeforeThereWereInitialsGetTheirs() throws Exception {
        var slug = opened("杉木重园", slug());
        owner.sql("update control.estate set initials = '' where slug = ?")
                .param(slug)
                .update();
        assertThat(slugs(find("smzy"))).isEmpty();

        try (var connection = ControlDatabase.asOwner().getConnection()) {
            var database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            new InitialsOfEarlierEstates().execute(database);
            database.commit();
        }
        assertThat(slugs(find("smzy"))).containsExactly(slug);
    }

    private String opened(String name, String slug) {
        enter(name, slug);
        open(slug);
        return slug;
    }

    private void enter(String name, String slug) {
        var entered = staff.post(
                "/api/platform/estates", Map.of("name", name, "slug", slug, "communityId", community, "address", ""));
        assertThat(entered.status()).as(entered.text()).isEqualTo(201);
        open.add(UUID.fromString(entered.json().path("id").asString()));
    }

    private void open(String slug) {
        for (var state : List.of("VERIFIED", "PROVISIONING", "ACTIVE")) {
            owner.sql("update control.estate set state = ?, cell = ?, schema_version = 1 where slug = ?")
                    .params(state, cellCode, slug)
                    .update();
        }
    }

    private JsonNode find(String typed) {
        return answered("q=" + URLEncoder.encode(typed, UTF_8));
    }

    private JsonNode find(String typed, String after) {
        return answered("q=" + URLEncoder.encode(typed, UTF_8) + "&after=" + after);
    }

    private JsonNode answered(String query) {
        var answer = api.get("/api/platform/estate-finder?" + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> slugs(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(estate -> estate.path("slug").asString())
                .toList();
    }

    private static String encoded(String position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(UTF_8));
    }
}
