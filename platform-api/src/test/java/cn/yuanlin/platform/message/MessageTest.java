package cn.yuanlin.platform.message;

import cn.yuanlin.platform.testing.PlatformTest;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People who are told something, in the estate all tests share. */
abstract class MessageTest extends PlatformTest {
    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    static final Template TOLD =
            new Template("test.told", "{what}", "内容：{what}", "/x", Map.of(), List.of(Channel.WECHAT, Channel.SMS));

    @Autowired
    Messages messages;

    @Autowired
    SettingsStore settings;

    @Autowired
    JdbcClient jdbc;

    final String cause = UUID.randomUUID().toString();

    /** Somebody new who may be told at any hour. */
    String somebody() {
        var subject = "told-" + UUID.randomUUID();
        wants(subject, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, Channel.values());
        return subject;
    }

    void wants(String subject, LocalTime quietFrom, LocalTime quietTo, Channel... channels) {
        inEstate(
                disai(),
                () -> settings.save(
                        subject,
                        new MessageSettings(new QuietHours(quietFrom, quietTo), Set.of(channels)),
                        Instant.EPOCH));
    }

    void tell(Template template, String... subjects) {
        inEstate(
                disai(),
                () -> messages.tell(
                        new Cause("test", cause),
                        new Audience.Persons(Set.of(subjects)),
                        template,
                        Map.of("what", "通知" + cause.substring(0, 8))));
    }

    /** State and reason of a person's delivery for this test's cause; empty if there is none. */
    String delivery(String subject) {
        var found = new StringBuilder();
        inEstate(
                disai(),
                () -> jdbc.sql("""
                        select d.state || coalesce(' ' || d.reason, '') from message_delivery d
                        join message m on m.id = d.message_id where m.subject = ? and m.cause = ?
                        """)
                        .params(subject, "test:" + cause)
                        .query(String.class)
                        .optional()
                        .ifPresent(found::append));
        return found.toString();
    }

    int inboxOf(String subject) {
        var count = new int[1];
        inEstate(
                disai(),
                () -> count[0] = jdbc.sql("select count(*) from message where subject = ?")
                        .param(subject)
                        .query(Integer.class)
                        .single());
        return count[0];
    }
}
