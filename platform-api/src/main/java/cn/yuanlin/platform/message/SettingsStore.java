package cn.yuanlin.platform.message;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of settings. Works in the caller's transaction. */
@Component
class SettingsStore {
    private final JdbcClient jdbc;

    SettingsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<MessageSettings> find(String subject) {
        return jdbc.sql("select quiet_from, quiet_to, channels from message_settings where subject = ?")
                .param(subject)
                .query((row, number) -> new MessageSettings(
                        new QuietHours(
                                row.getObject("quiet_from", LocalTime.class),
                                row.getObject("quiet_to", LocalTime.class)),
                        BroadcastStore.texts(row.getArray("channels")).stream()
                                .map(Channel::valueOf)
                                .collect(Collectors.toSet())))
                .optional();
    }

    void save(String subject, MessageSettings settings, Instant now) {
        jdbc.sql("""
                        insert into message_settings (subject, quiet_from, quiet_to, channels, changed_at) values (?, ?, ?, ?, ?)
                        on conflict (subject) do update set quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to,
                            channels = excluded.channels, changed_at = excluded.changed_at
                        """)
                .param(subject)
                .param(settings.quiet().from())
                .param(settings.quiet().to())
                .param(settings.channels().stream().map(Channel::name).sorted().toArray(String[]::new))
                .param(Timestamp.from(now))
                .update();
    }
}
