package cn.yuanlin.platform.message;

import cn.yuanlin.platform.shared.Keyset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A person's messages. Works in the caller's transaction. */
@Component
class InboxStore {
    private static final String NEWEST_FIRST = " order by m.id desc limit ?";

    private final JdbcClient jdbc;

    InboxStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One row more than the page holds, if there is one. */
    List<InboxMessage> of(String subject, Keyset keyset) {
        var sql = """
                select m.id, b.template, b.title, b.body, b.link, b.told_at, m.read_at
                from message m join broadcast b on b.id = m.broadcast_id
                where m.subject = ?""";
        var page = keyset.isFirstPage()
                ? jdbc.sql(sql + NEWEST_FIRST).param(subject)
                : jdbc.sql(sql + " and m.id < ?" + NEWEST_FIRST).param(subject).param(keyset.uuid(0));
        return page.param(keyset.limit() + 1).query(InboxStore::message).list();
    }

    /** Keeps the first time. @return false if it isn't this person's */
    boolean markRead(UUID message, String subject, Instant now) {
        return jdbc.sql("update message set read_at = coalesce(read_at, ?) where id = ? and subject = ?")
                        .params(Timestamp.from(now), message, subject)
                        .update()
                == 1;
    }

    private static InboxMessage message(ResultSet row, int number) throws SQLException {
        var readAt = row.getTimestamp("read_at");
        return new InboxMessage(
                row.getObject("id", UUID.class),
                row.getString("template"),
                row.getString("title"),
                row.getString("body"),
                row.getString("link"),
                row.getTimestamp("told_at").toInstant(),
                readAt == null ? null : readAt.toInstant());
    }
}
