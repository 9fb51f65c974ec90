package cn.yuanlin.demo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.demo.EstateBook.Document;
import cn.yuanlin.demo.EstateBook.Holder;
import cn.yuanlin.demo.EstateBook.Opening;
import cn.yuanlin.demo.EstateBook.Person;
import cn.yuanlin.demo.EstateBook.Product;
import cn.yuanlin.demo.EstateBook.Shop;
import cn.yuanlin.demo.EstateBook.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoFactsTest {
    private static final Map<String, EstateBook> BOOKS =
            DemoEstates.all().stream().collect(toMap(EstateBook::slug, book -> book));
    private static final EstateBook DISAI = BOOKS.get("disai-yuanyuan");

    private static Stream<Person> people(EstateBook book) {
        return book.holders().stream().map(Holder::person).distinct();
    }

    @Test
    void disaiYuanyuanHas32BuildingsAndAThousandUnits() {
        assertThat(DISAI.buildings()).hasSize(32);
        assertThat(DISAI.units()).hasSize(1_000).allMatch(unit -> unit.squareDecimetres() > 3_000);
        assertThat(DISAI.units().stream().filter(unit -> !unit.sold())).hasSize(15);
        assertThat(DISAI.units().stream().map(Unit::use)).contains("住宅", "商业");
    }

    @Test
    void disaiYuanyuansShopHasItsProductsAndItsReportedPrices() {
        assertThat(DISAI.products()).hasSizeGreaterThanOrEqualTo(480);
        assertThat(DISAI.products().stream().map(Product::category).distinct()).hasSizeGreaterThan(15);
        assertThat(priceOf("饮用天然水", "596ml")).isEqualTo(90);
        assertThat(referenceOf("饮用天然水", "596ml")).isBetween(150L, 200L);
        assertThat(priceOf("原味瓜子", "500g")).isEqualTo(1_000);
        assertThat(referenceOf("原味瓜子", "500g")).isGreaterThanOrEqualTo(1_200);
        assertThat(priceOf("红美人柑橘", "1kg")).isLessThan(2_000);
        assertThat(referenceOf("红美人柑橘", "1kg") - priceOf("红美人柑橘", "1kg")).isEqualTo(2_000);
        assertThat(priceOf("卤鸡翅", "500g")).isEqualTo(1_200);
        assertThat(referenceOf("散养土鸡蛋", "1kg") - priceOf("散养土鸡蛋", "1kg")).isEqualTo(1_000);
        assertThat(priceOf("邻居种的土豆", "1kg")).isEqualTo(240);
    }

    private static Product product(String name, String spec) {
        return DISAI.products().stream()
                .filter(product -> product.name().equals(name) && product.spec().equals(spec))
                .findFirst()
                .orElseThrow();
    }

    private static long priceOf(String name, String spec) {
        return product(name, spec).fen();
    }

    private static long referenceOf(String name, String spec) {
        return Objects.requireNonNull(product(name, spec).reference()).fen();
    }

    @Test
    void noShopSellsAboveItsReferenceNorTheSameThingTwice() {
        for (var book : BOOKS.values()) {
            assertThat(book.products())
                    .allMatch(product ->
                            product.reference() == null || product.reference().fen() >= product.fen());
            assertThat(book.products().stream().map(product -> product.category() + product.name() + product.spec()))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void disaiYuanyuanHasItsFiveFunds() {
        assertThat(DISAI.openings().stream().map(Opening::fund).distinct())
                .containsExactlyInAnyOrder("共富工坊", "公共收益", "维修资金", "公益", "活动经费");
        assertThat(DISAI.openings().stream().filter(opening -> opening.fund().equals("公益")))
                .allMatch(opening -> opening.fen() > 100_000, "over 1,000 yuan were given");
    }

    @Test
    void liyuanHas64ShopsOfTheReportedKinds() {
        var shops = BOOKS.get("liyuan").shops();
        assertThat(shops).hasSize(64);
        assertThat(shops.stream().map(Shop::kind)).contains("餐饮", "生鲜", "五金", "理发", "诊所");
        assertThat(shops.stream().map(shop -> shop.name() + shop.address())).doesNotHaveDuplicates();
        assertThat(shops.stream().map(Shop::services)).anyMatch(services -> services.contains("跑腿代买"));
        assertThat(shops.stream().map(Shop::services)).anyMatch(services -> services.contains("上门理发"));
    }

    @Test
    void everyUnitIsHeldByShares() {
        for (var book : BOOKS.values()) {
            var byDoor = book.holders().stream().collect(groupingBy(Holder::door));
            assertThat(byDoor.keySet())
                    .isEqualTo(book.units().stream().map(Unit::door).collect(toSet()));
            assertThat(byDoor.values()).allSatisfy(holders -> {
                assertThat(sixtieths(holders)).isEqualTo(60);
                assertThat(holders.stream().filter(holder -> Boolean.TRUE.equals(holder.nominated())))
                        .hasSize(holders.size() > 1 ? 1 : 0);
            });
        }
    }

    private static int sixtieths(List<Holder> holders) {
        return holders.stream()
                .map(holder -> holder.share().isEmpty() ? "1/1" : holder.share())
                .map(share -> share.split("/", 2))
                .mapToInt(parts -> 60 * Integer.parseInt(parts[0]) / Integer.parseInt(parts[1]))
                .sum();
    }

    @Test
    void someOwnSeveralUnitsSomeShareOneAndTheDeveloperHoldsTheRest() {
        var unitsOf = DISAI.holders().stream().collect(groupingBy(Holder::person, counting()));
        var several = unitsOf.entrySet().stream()
                .filter(entry -> entry.getKey().kind().equals("个人") && entry.getValue() > 1)
                .toList();
        assertThat(several).hasSizeGreaterThan(20);
        var holdersOf = DISAI.holders().stream().collect(groupingBy(Holder::door, counting()));
        assertThat(holdersOf.values()).contains(1L, 2L, 3L);
        assertThat(DISAI.holders().stream()
                        .filter(holder -> holder.person().kind().equals("开发商")))
                .hasSize(15);
        assertThat(people(DISAI).map(Person::kind)).contains("单位");
    }

    @Test
    void nobodyInItIsReal() {
        for (var book : BOOKS.values()) {
            assertThat(people(book).map(Person::phone).filter(Objects::nonNull))
                    .allMatch(phone -> phone.matches("138000\\d{5}"))
                    .doesNotHaveDuplicates();
            assertThat(people(book)
                            .map(Person::document)
                            .filter(Objects::nonNull)
                            .map(Document::number))
                    .doesNotHaveDuplicates()
                    .allMatch(number -> number.matches("999999\\d{11}[0-9X]|91999999MA.{8}|EX99.*|H99.*"));
            assertThat(book.shops().stream().map(Shop::phone)).allMatch(phone -> phone.contains("-0000"));
        }
    }

    @Test
    void noTwoEstatesShareAPersonOrAnAddress() {
        var phones = new HashSet<String>();
        var names = new HashSet<String>();
        for (var book : BOOKS.values()) {
            people(book).filter(person -> person.kind().equals("个人")).forEach(person -> {
                assertThat(phones.add(Objects.requireNonNull(person.phone()))).isTrue();
                assertThat(names.add(person.name())).as(person.name()).isTrue();
            });
        }
        assertThat(BOOKS.values().stream().map(book -> book.profile().address()))
                .doesNotHaveDuplicates();
    }

    @Test
    void theInvitedMemberOfTheCommitteeOwnsAUnit() {
        for (var book : BOOKS.values()) {
            assertThat(people(book)).contains(book.profile().contact());
            assertThat(book.profile().contact().phone()).isNotNull();
        }
    }

    @Test
    void theNeighbourSellsOtherThingsAtOtherPrices() {
        var prices = BOOKS.get("linyuan").products().stream()
                .collect(groupingBy(Product::name, mapping(Product::fen, toSet())));
        assertThat(prices.get("饮用天然水")).doesNotContain(priceOf("饮用天然水", "596ml"));
        assertThat(prices.keySet()).contains("灰汁团");
        assertThat(DISAI.products().stream().map(Product::name)).doesNotContain("灰汁团");
    }

    @Test
    void thePlanNamesEachEstateAsItsWorkbookDoes() throws IOException {
        var plan = Files.readString(Path.of("demo.json"));
        for (var book : BOOKS.values()) {
            assertThat(plan)
                    .contains("\"slug\": \"%s\", \"name\": \"%s\", \"address\": \"%s\", \"workbook\": \"%1$s.xlsx\""
                            .formatted(
                                    book.slug(),
                                    book.profile().name(),
                                    book.profile().address()));
        }
    }
}
