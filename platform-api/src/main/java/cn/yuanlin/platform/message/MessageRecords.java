package cn.yuanlin.platform.message;

import cn.yuanlin.platform.personaldata.PersonalRecords;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person was told. It stays when they leave, since it names nobody but by an id; how they wanted to hear of it goes. */
@Component
class MessageRecords implements PersonalRecords {
    private final JdbcClient jdbc;

    /** One message, and how it left the house; null if it did not. */
    record Told(
            String title,
            String body,
            Instant toldAt,
            @Nullable Instant readAt,
            @Nullable String sent) {}

    MessageRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String section() {
        return "messages";
    }

    @Override
    public List<Told> of(String subject) {
        return jdbc.sql("""
                        select b.title, b.body, b.told_at, m.read_at, d.state
                        from message m join broadcast b on b.id = m.broadcast_id
                        left join message_delivery d on d.message_id = m.id
                        where m.subject = ? order by m.id desc limit ?
                        """)
                .params(subject, MOST_ROWS)
                .query((row, number) -> {
                    var readAt = row.getTimestamp("read_at");
                    return new Told(
                            row.getString("title"),
                            row.getString("body"),
                            row.getTimestamp("told_at").toInstant(),
                            readAt == null ? null : readAt.toInstant(),
                            row.getString("state"));
                })
                .list();
    }

    @Override
    public void close(String subject) {
        jdbc.sql("delete from message_settings where subject = ?")
                .param(subject)
                .update();
    }
}
