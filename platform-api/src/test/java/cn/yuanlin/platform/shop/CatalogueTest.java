package cn.yuanlin.platform.shop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yuanlin.platform.shared.Money;
import cn.yuanlin.platform.tenancy.Estate;
import cn.yuanlin.platform.testing.PlatformTest;
import cn.yuanlin.platform.testing.StatementCount;
import java.net.URLEncoder;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class CatalogueTest extends PlatformTest {
    private static final UUID ESTATE = UUID.fromString("01990000-0000-7000-8000-0000c0000001");
    private static final String PRODUCTS = "/api/estates/catalogue/products";
    private static final ProductRow.Reference SUPERMARKET =
            new ProductRow.Reference(new Money(200), "路口超市", LocalDate.of(2026, 3, 1));

    @Autowired
    private CatalogueImport catalogue;

    private Estate estate;

    @BeforeEach
    void anEstateWithAShop() throws SQLException {
        if (registry.bySlug("catalogue").isEmpty()) {
            estate = activate(register(ESTATE, "catalogue", "货架"));
            inEstate(estate, () -> {
                catalogue.add(List.of(
                        new ProductRow("饮料", "矿泉水", "596ml", "瓶", new Money(90), SUPERMARKET, 240, null),
                        new ProductRow("零食", "花生", "500g", "袋", new Money(850), null, 40, null),
                        new ProductRow("粮油", "重庆小面", "1kg", "袋", new Money(1_200), null, 12, null),
                        new ProductRow("生鲜", "土豆", "散装", "kg", new Money(240), null, 900, "三幢邻居"),
                        new ProductRow("日用", "100%棉毛巾", "Ｌ号", "条", new Money(1_500), null, 5, null)));
                catalogue.add(IntStream.rangeClosed(1, 150)
                        .mapToObj(n -> new ProductRow("五金", "螺丝" + n, "M" + n, "盒", new Money(n), null, n, null))
                        .toList());
            });
        }
        estate = registry.byId(ESTATE).orElseThrow();
    }

    @Test
    void showsPriceReferenceAndStockToEverybody() {
        var water = get("?q=矿泉水").get("items").get(0);
        assertThat(water.get("category").asString()).isEqualTo("饮料");
        assertThat(water.get("spec").asString()).isEqualTo("596ml");
        assertThat(water.get("priceFen").asLong()).isEqualTo(90);
        assertThat(water.get("reference").get("priceFen").asLong()).isEqualTo(200);
        assertThat(water.get("reference").get("source").asString()).isEqualTo("路口超市");
        assertThat(water.get("reference").get("seenOn").asString()).isEqualTo("2026-03-01");
        assertThat(water.get("stock").asInt()).isEqualTo(240);
    }

    @Test
    void saysThatANeighbourSellsButNotWho() {
        var answer = http().get(PRODUCTS + "?q=" + encoded("土豆"));
        assertThat(answer.json().get("items").get(0).get("fromNeighbour").asBoolean())
                .isTrue();
        assertThat(answer.text()).doesNotContain("三幢邻居");
    }

    @ParameterizedTest
    @CsvSource({
        "花生, 花生",
        "生, 花生",
        "hs, 花生",
        "HS, 花生",
        "cqxm, 重庆小面",
        "zqxm, 重庆小面",
        "qx, 重庆小面",
        "100%, 100%棉毛巾",
        "L号, 100%棉毛巾",
    })
    void findsProductsByNameSpecOrInitials(String words, String found) {
        assertThat(names(get("?limit=3&q=" + encoded(words)))).contains(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"没有的东西", "%", "_", "' or 1=1"})
    void findsNothingThatIsNotThere(String words) {
        assertThat(names(get("?q=" + encoded(words)))).allMatch(name -> words.equals("%") && name.equals("100%棉毛巾"));
    }

    @Test
    void filtersByCategoryWhetherNamedOrById() {
        assertThat(names(get("?category=" + encoded("粮油")))).containsExactly("重庆小面");
        var categories = http().get("/api/estates/catalogue/categories").json().get("items");
        assertThat(names(categories)).startsWith("饮料", "零食", "粮油", "生鲜", "日用", "五金");
        var hardware = categories.get(5);
        assertThat(hardware.get("products").asInt()).isGreaterThanOrEqualTo(150);
        assertThat(names(get("?limit=2&category=" + hardware.get("id").asString())))
                .containsExactly("螺丝1", "螺丝2");
        assertThat(names(get("?category=" + encoded("没有")))).isEmpty();
    }

    @Test
    void pagesThroughEverythingOnceWhileNewProductsComeIn() {
        var seen = new ArrayList<String>();
        var before = names(get("?limit=200"));
        var page = get("?limit=60");
        seen.addAll(names(page));
        inEstate(
                estate,
                () -> catalogue.add(List.of(
                        new ProductRow("饮料", "新到" + UUID.randomUUID(), "", "瓶", new Money(100), null, 1, null))));
        while (!page.get("next").isNull()) {
            page = get("?limit=60&after=" + page.get("next").asString());
            seen.addAll(names(page));
        }
        assertThat(seen).doesNotHaveDuplicates().startsWith(before.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=201", "?limit=x", "?after=bm90LWFuLWlk", "?after=%00", "?after=a,b"})
    void refusesPagesThatAreNone(String query) {
        var answer = http().get(PRODUCTS + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().get("type").asString()).startsWith("/problems/");
    }

    @Test
    void overlooksControlSignsInWords() {
        assertThat(names(get("?q=%00" + encoded("花生") + "%0a"))).containsExactly("花生");
    }

    @Test
    void refusesWordsThatAreTooLong() {
        assertThat(http().get(PRODUCTS + "?q=" + "a".repeat(41)).status()).isEqualTo(400);
    }

    @Test
    void asksTheDatabaseTheSameForAShortPageAndALongOne() {
        get("");
        long few = StatementCount.of(() -> http().get(PRODUCTS + "?limit=1"));
        long many = StatementCount.of(() -> http().get(PRODUCTS + "?limit=150"));
        assertThat(many).isEqualTo(few).isBetween(1L, 2L);
    }

    @Test
    void sendsThePageAgainOnlyIfItChanged() {
        var first = http().get(PRODUCTS + "?limit=2");
        assertThat(first.header("Cache-Control")).isEqualTo("public, max-age=10");
        assertThat(first.header("ETag")).isNotEmpty();
        var again = http().with("If-None-Match", first.header("ETag")).get(PRODUCTS + "?limit=2");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.text()).isEmpty();
        var other = http().with("If-None-Match", first.header("ETag")).get(PRODUCTS + "?limit=3");
        assertThat(other.status()).isEqualTo(200);
    }

    @Test
    void theDatabaseRefusesAPriceOfNothing() {
        var free = List.of(new ProductRow("零食", "白送", "", "个", Money.ZERO, null, 1, null));
        assertThatThrownBy(() -> inEstate(estate, () -> catalogue.add(free)))
                .rootCause()
                .hasMessageContaining("product_price_fen_check");
    }

    private JsonNode get(String query) {
        var answer = http().get(PRODUCTS + query.replace("矿泉水", encoded("矿泉水")));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> names(JsonNode page) {
        var names = new ArrayList<String>();
        for (var item : page.has("items") ? page.get("items") : page)
            names.add(item.get("name").asString());
        return names;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
