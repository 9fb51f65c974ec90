package cn.yuanlin.admin.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PageTest {
    @Test
    void theLastPageHasNoNext() {
        var page = Page.of(List.of("a", "b"), new PageQuery(2, null), it -> it);

        assertThat(page.items()).containsExactly("a", "b");
        assertThat(page.next()).isNull();
    }

    @Test
    void theSurplusRowOnlyTellsThatMoreFollow() {
        var query = new PageQuery(2, null);

        var page = Page.of(List.of("a", "b", "c"), query, it -> it);

        assertThat(query.fetch()).isEqualTo(3);
        assertThat(page.items()).containsExactly("a", "b");
        assertThat(new PageQuery(2, page.next()).position()).hasValue("b");
    }

    @Test
    void aCursorOfSomebodysOwnMakingIsRefused() {
        var id = UUID.randomUUID();

        assertThat(new PageQuery(null, Cursor.encode(id.toString())).positionId())
                .isEqualTo(id);
        for (var forged : List.of("!!", Cursor.encode("not-an-id"), "    x")) {
            assertThatThrownBy(() -> new PageQuery(null, forged).positionId()).isInstanceOf(Refusal.class);
        }
        assertThat(new PageQuery(null, " ").positionId()).isNull();
    }
}
