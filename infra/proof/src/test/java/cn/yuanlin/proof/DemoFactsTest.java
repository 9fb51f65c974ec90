package cn.yuanlin.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What somebody sees who has just started the platform: three estates, alive and different. */
class DemoFactsTest {
    private final RunningPlatform platform = RunningPlatform.get();
    private final Caller gateway = platform.gateway();

    @Test
    void theAdministratorSeesAllEstatesActive() {
        var estates = gateway.get("/api/platform/estates?limit=200", platform.platformAdmin())
                .expecting(200)
                .json()
                .path("items");
        var demo = List.of("disai-yuanyuan", "linyuan", "liyuan", "qinghe-li");
        assertThat(estates.valueStream()
                        .filter(estate -> demo.contains(estate.path("slug").asString()))
                        .map(estate -> estate.path("state").asString()))
                .hasSameSizeAs(demo)
                .containsOnly("ACTIVE");
    }

    @Test
    void twoNeighboursSellDifferentThings() {
        var here = names(all("/api/estates/disai-yuanyuan/products"));
        var there = names(all("/api/estates/linyuan/products"));
        assertThat(here).hasSizeGreaterThanOrEqualTo(480);
        assertThat(there).isNotEmpty().isNotEqualTo(here);
    }

    @Test
    void liyuanListsItsSixtyFourShops() {
        assertThat(all("/api/estates/liyuan/shops")).hasSize(64);
    }

    @Test
    void fundBalancesAddUp() {
        var token = platform.committee("disai-yuanyuan");
        var funds = gateway.get("/api/estates/disai-yuanyuan/funds", token)
                .expecting(200)
                .json();
        assertThat(funds.path("items").size()).isEqualTo(5);
        for (var fund : funds.path("items")) {
            var entries = gateway.get(
                            "/api/estates/disai-yuanyuan/funds/"
                                    + fund.path("id").asString() + "/entries",
                            token)
                    .expecting(200)
                    .json()
                    .path("items");
            assertThat(entries)
                    .isNotEmpty()
                    .allSatisfy(entry -> assertThat(sum(entry.path("postings"), "amountFen"))
                            .as("what an entry moves")
                            .isZero());
            assertThat(sum(fund.path("accounts"), "balanceFen"))
                    .as("all accounts of a fund")
                    .isZero();
            var bank = entries.valueStream()
                    .flatMap(entry -> entry.path("postings").valueStream())
                    .filter(posting -> posting.path("fund").equals(fund.path("kind")))
                    .filter(posting -> posting.path("account").asString().equals("BANK"))
                    .mapToLong(posting -> posting.path("amountFen").asLong())
                    .sum();
            assertThat(bank)
                    .as(fund.toString())
                    .isEqualTo(fund.path("balanceFen").asLong());
        }
    }

    private static long sum(JsonNode rows, String field) {
        return rows.valueStream().mapToLong(row -> row.path(field).asLong()).sum();
    }

    private List<JsonNode> all(String path) {
        var items = new ArrayList<JsonNode>();
        var next = "";
        do {
            var page =
                    gateway.get(path + "?limit=200" + next, null).expecting(200).json();
            page.path("items").forEach(items::add);
            next = page.path("next").isString() ? "&after=" + page.path("next").asString() : "";
        } while (!next.isEmpty());
        return items;
    }

    private static List<String> names(List<JsonNode> items) {
        return items.stream().map(item -> item.path("name").asString()).toList();
    }
}
