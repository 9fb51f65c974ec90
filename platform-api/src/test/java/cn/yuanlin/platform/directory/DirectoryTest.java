package cn.yuanlin.platform.directory;

import static cn.yuanlin.platform.testing.TestIssuer.serviceToken;
import static cn.yuanlin.platform.testing.TestIssuer.tokenOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.testing.PlatformTest;
import java.net.URLEncoder;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DirectoryTest extends PlatformTest {
    private static final UUID ESTATE = UUID.fromString("01990000-0000-7000-8000-0000d0000001");
    private static final String DIRECTORY = "/internal/estates/" + ESTATE + "/directory";
    private static final String SHOPS = "/api/estates/directory/shops";
    private static final AtomicLong VERSIONS = new AtomicLong();

    @BeforeEach
    void anEstate() throws SQLException {
        if (registry.bySlug("directory").isEmpty()) activate(register(ESTATE, "directory", "街坊"));
    }

    @Test
    void replacesTheWholeList() {
        put(
                VERSIONS.incrementAndGet(),
                List.of(shop("老王理发", "理发", List.of("上门理发", "儿童理发")), shop("好味面馆", "餐饮", List.of())));
        put(VERSIONS.incrementAndGet(), List.of(shop("安心诊所", "诊所", List.of())));
        assertThat(names("")).containsExactly("安心诊所");
    }

    @Test
    void ignoresAnOlderList() {
        long newer = VERSIONS.addAndGet(2);
        put(newer, List.of(shop("新店", "五金", List.of())));
        put(newer - 1, List.of(shop("旧店", "五金", List.of())));
        assertThat(names("")).containsExactly("新店");
    }

    @Test
    void filtersByKindAndFindsByNameOrService() {
        put(
                VERSIONS.incrementAndGet(),
                List.of(shop("老王理发", "理发", List.of("上门理发")), shop("好味面馆", "餐饮", List.of("跑腿代买"))));
        assertThat(names("?kind=" + encoded("餐饮"))).containsExactly("好味面馆");
        assertThat(names("?q=" + encoded("上门"))).containsExactly("老王理发");
        assertThat(names("?q=" + encoded("面馆"))).containsExactly("好味面馆");
        assertThat(names("?q=" + encoded("%"))).isEmpty();
    }

    @Test
    void listsAllShopsInTheOrderOfTheListPageByPage() {
        var shops = IntStream.rangeClosed(1, 64)
                .mapToObj(n -> shop("小店" + n, "餐饮", List.of()))
                .toList();
        put(VERSIONS.incrementAndGet(), shops);
        var seen = new ArrayList<String>();
        String next = "";
        do {
            var page = http().get(SHOPS + "?limit=25" + next).json();
            page.get("items").forEach(shop -> seen.add(shop.get("name").asString()));
            next = page.get("next").isNull() ? "" : "&after=" + page.get("next").asString();
        } while (!next.isEmpty());
        assertThat(seen)
                .isEqualTo(IntStream.rangeClosed(1, 64).mapToObj(n -> "小店" + n).toList());
    }

    @Test
    void takesTheListFromTheControlPlaneOnly() {
        var list = Map.of("version", VERSIONS.incrementAndGet(), "shops", List.of());
        assertThat(http().put(DIRECTORY, list).status()).isEqualTo(401);
        assertThat(http().as(tokenOf("somebody", ESTATE)).put(DIRECTORY, list).status())
                .isEqualTo(403);
    }

    @Test
    void refusesAListItCannotKeep() {
        var nameless = Map.of("id", UUID.randomUUID(), "name", "", "kind", "五金");
        var answer = http().as(serviceToken())
                .put(DIRECTORY, Map.of("version", VERSIONS.incrementAndGet(), "shops", List.of(nameless)));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("errors").get(0).get("field").asString()).isEqualTo("shops[0].name");
    }

    private void put(long version, List<Map<String, Object>> shops) {
        var answer = http().as(serviceToken()).put(DIRECTORY, Map.of("version", version, "shops", shops));
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
    }

    private List<String> names(String query) {
        var names = new ArrayList<String>();
        http().get(SHOPS + query)
                .json()
                .get("items")
                .forEach(shop -> names.add(shop.get("name").asString()));
        return names;
    }

    private static Map<String, Object> shop(String name, String kind, List<String> services) {
        return Map.of(
                "id", UUID.randomUUID(), "name", name, "kind", kind, "phone", "0574-0000000", "services", services);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
