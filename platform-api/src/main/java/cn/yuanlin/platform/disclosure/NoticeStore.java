package cn.yuanlin.platform.disclosure;

import cn.yuanlin.platform.shared.Keyset;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of notices. */
@Component
class NoticeStore {
    private static final String NEWEST_FIRST = " order by published_on desc, id desc limit ?";

    private final JdbcClient jdbc;

    NoticeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(List<NoticeRow> rows) {
        jdbc.sql("""
                insert into notice (title, body, publisher, published_on)
                select title, body, publisher, published_on
                from unnest(?::text[], ?::text[], ?::text[], ?::date[])
                    with ordinality r (title, body, publisher, published_on, n)
                order by n
                """)
                .param(rows.stream().map(NoticeRow::title).toArray(String[]::new))
                .param(rows.stream().map(NoticeRow::body).toArray(String[]::new))
                .param(rows.stream().map(NoticeRow::publisher).toArray(String[]::new))
                .param(rows.stream().map(row -> row.publishedOn().toString()).toArray(String[]::new))
                .update();
    }

    /** One row more than the page holds, if there is one. */
    List<NoticeHeadline> headlines(Keyset keyset) {
        var sql = "select id, title, publisher, published_on from notice";
        var page = keyset.isFirstPage()
                ? jdbc.sql(sql + NEWEST_FIRST)
                : jdbc.sql(sql + " where (published_on, id) < (?, ?)" + NEWEST_FIRST)
                        .param(keyset.date(0))
                        .param(keyset.uuid(1));
        return page.param(keyset.limit() + 1)
                .query((row, n) -> new NoticeHeadline(
                        row.getObject("id", UUID.class),
                        row.getString("title"),
                        row.getString("publisher"),
                        row.getObject("published_on", LocalDate.class)))
                .list();
    }
}
