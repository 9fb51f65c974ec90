package cn.yuanlin.platform.disclosure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.testing.PlatformTest;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class NoticesTest extends PlatformTest {
    private static final UUID ESTATE = UUID.fromString("01990000-0000-7000-8000-0000e0000001");
    private static final String NOTICES = "/api/estates/notices/notices";
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

    @Autowired
    private NoticeImport imports;

    @BeforeEach
    void anEstateWithNotices() throws SQLException {
        if (registry.bySlug("notices").isPresent()) return;
        var estate = activate(register(ESTATE, "notices", "公示"));
        // Several a day, so that the day alone would not put them in order.
        inEstate(
                estate,
                () -> imports.add(IntStream.range(0, 30)
                        .mapToObj(n -> new NoticeRow("公告" + n, "第一段\n第二段" + n, "业委会", MARCH.plusDays(n / 4)))
                        .toList()));
    }

    @Test
    void listsNewestFirstWithoutGapsOrRepeats() {
        var seen = new ArrayList<String>();
        var days = new ArrayList<String>();
        String next = "";
        do {
            var page = http().get(NOTICES + "?limit=7" + next).json();
            page.get("items").forEach(notice -> {
                seen.add(notice.get("title").asString());
                days.add(notice.get("publishedOn").asString());
            });
            next = page.get("next").isNull() ? "" : "&after=" + page.get("next").asString();
        } while (!next.isEmpty());
        assertThat(seen).hasSize(30).doesNotHaveDuplicates();
        assertThat(days.reversed()).isSorted();
    }

    @Test
    void showsOneNoticeToEverybody() {
        var newest = http().get(NOTICES + "?limit=1").json().get("items").get(0);
        var notice = http().get(NOTICES + "/" + newest.get("id").asString()).json();
        assertThat(notice.get("title")).isEqualTo(newest.get("title"));
        assertThat(notice.get("body").asString()).startsWith("第一段\n第二段");
    }

    @Test
    void answersNotFoundForANoticeOfAnotherEstate() {
        var foreign = http().get(NOTICES + "?limit=1")
                .json()
                .get("items")
                .get(0)
                .get("id")
                .asString();
        var answer = http().get("/api/estates/disai-yuanyuan/notices/" + foreign);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("ETag")).isEmpty();
        assertThat(answer.header("Cache-Control")).doesNotContain("public");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+999999999-12-31\u001f01990000-0000-7000-8000-000000000001",
                "-0001-01-01\u001f01990000-0000-7000-8000-000000000001",
                "2026-13-01\u001f01990000-0000-7000-8000-000000000001",
                "2026-01-01\u001fx",
                "2026-01-01\u001f\0"
            })
    void refusesACursorThatWasMadeUp(String keys) {
        var cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(keys.getBytes(UTF_8));
        assertThat(http().get(NOTICES + "?after=" + cursor).status()).isEqualTo(400);
    }

    @Test
    void refusesACursorOfAnotherList() {
        var cursor = http().get("/api/estates/notices/notices?limit=1")
                .json()
                .get("next")
                .asString();
        assertThat(http().get("/api/estates/notices/products?after=" + cursor).status())
                .isEqualTo(400);
    }
}
