package cn.yuanlin.platform.message;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Broadcasts, and the messages and deliveries they become. Works in the caller's transaction. */
@Component
class BroadcastStore {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    BroadcastStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @return empty if this audience was told of this cause before */
    Optional<UUID> insert(Cause cause, Audience audience, Wording wording, Instant now) {
        return jdbc.sql("""
                        insert into broadcast (cause, audience, audience_hash, template, title, body, link, fields, channels, told_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
                        on conflict (cause, audience_hash) do nothing returning id
                        """)
                .param(cause.toString())
                .param(audience.kept().toArray(String[]::new))
                .param(audience.hash())
                .param(wording.template())
                .param(wording.title())
                .param(wording.body())
                .param(wording.link())
                .param(json.writeValueAsString(wording.fields()))
                .param(names(wording.channels()))
                .param(Timestamp.from(now))
                .query(UUID.class)
                .optional();
    }

    Optional<Broadcast> find(UUID id) {
        return find(id, "");
    }

    /** Held until the transaction ends: a process that only seemed dead waits here, and then finds how far the other got. */
    Optional<Broadcast> lock(UUID id) {
        return find(id, " for update");
    }

    private Optional<Broadcast> find(UUID id, String locking) {
        return jdbc.sql("select * from broadcast where id = ?" + locking)
                .param(id)
                .query((row, number) -> broadcast(row))
                .optional();
    }

    /**
     * Gives each their message, and a delivery where the template and their settings leave a way out of the house. Who has a message of
     * this cause already gets neither.
     */
    void give(Broadcast broadcast, List<String> subjects, Instant now) {
        jdbc.sql("""
                        with given as (
                            insert into message (broadcast_id, subject, cause)
                            select :broadcast::uuid, subject, :cause::text from unnest(:subjects::text[]) subject
                            on conflict (subject, cause) do nothing
                            returning id, subject),
                        wanted as (
                            select g.id, array(select c from unnest(:channels::text[]) with ordinality w (c, n)
                                               where s.subject is null or c = any (s.channels) order by n) as channels
                            from given g left join message_settings s on s.subject = g.subject)
                        insert into message_delivery (message_id, broadcast_id, channels, state, not_before, changed_at)
                        select id, :broadcast::uuid, channels, 'WAITING', :now::timestamptz, :now::timestamptz
                        from wanted where cardinality(channels) > 0
                        """)
                .param("broadcast", broadcast.id())
                .param("cause", broadcast.cause())
                .param("subjects", subjects.toArray(String[]::new))
                .param("channels", names(broadcast.wording().channels()))
                .param("now", Timestamp.from(now))
                .update();
    }

    void reach(UUID id, String subject) {
        jdbc.sql("update broadcast set reached_subject = ? where id = ?")
                .params(subject, id)
                .update();
    }

    void finish(UUID id, Instant now) {
        jdbc.sql("update broadcast set fanned_out_at = ? where id = ? and fanned_out_at is null")
                .params(Timestamp.from(now), id)
                .update();
    }

    private static String[] names(List<Channel> channels) {
        return channels.stream().map(Channel::name).toArray(String[]::new);
    }

    private Broadcast broadcast(ResultSet row) throws SQLException {
        var fields = json.readValue(row.getString("fields"), new TypeReference<Map<String, String>>() {});
        var wording = new Wording(
                row.getString("template"),
                row.getString("title"),
                row.getString("body"),
                row.getString("link"),
                fields,
                texts(row.getArray("channels")).stream().map(Channel::valueOf).toList());
        @Nullable String reached = row.getString("reached_subject");
        return new Broadcast(
                row.getObject("id", UUID.class),
                row.getString("cause"),
                Audience.of(texts(row.getArray("audience"))),
                wording,
                reached,
                row.getTimestamp("fanned_out_at") != null);
    }

    static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
