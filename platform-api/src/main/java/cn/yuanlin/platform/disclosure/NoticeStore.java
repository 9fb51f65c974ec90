package cn.yuanlin.platform.disclosure;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of notices. */
@Component
class NoticeStore {
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
}
