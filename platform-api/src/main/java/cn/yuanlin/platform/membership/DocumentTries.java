package cn.yuanlin.platform.membership;

import cn.yuanlin.platform.access.Role;
import cn.yuanlin.platform.keys.EstateSecrets;
import cn.yuanlin.platform.message.Audience;
import cn.yuanlin.platform.message.Cause;
import cn.yuanlin.platform.message.Messages;
import cn.yuanlin.platform.message.Template;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Six digits can be guessed: five wrong ones are a phone number's lot in an estate, whatever the door, and also after its account was
 * closed and made anew. In the caller's transaction.
 */
@Component
class DocumentTries {
    private static final int MOST = 5;
    private static final String COLUMN = "document_guess.phone";

    private static final Template GUESSED = new Template(
            "membership.document-guessed",
            "有人多次填错身份证后六位",
            "有人用名册上一位业主的手机号和姓名申请绑定房屋，身份证后六位已填错5次，系统不再接受。请在“绑定申请”中核对材料后处理。",
            null,
            Map.of(),
            List.of());

    private final JdbcClient jdbc;
    private final Messages messages;

    DocumentTries(JdbcClient jdbc, Messages messages) {
        this.jdbc = jdbc;
        this.messages = messages;
    }

    /** Counts as wrong until {@link #right}. @return whether this try may be made */
    boolean take(String phone, EstateSecrets secrets) {
        return jdbc.sql("""
                insert into document_guess as g (phone_hash, tries) values (?, 1)
                on conflict (phone_hash) do update set tries = g.tries + 1 where g.tries < ?
                """).params(secrets.lookupHash(phone, COLUMN), MOST).update() == 1;
    }

    void right(String phone, EstateSecrets secrets) {
        jdbc.sql("update document_guess set tries = tries - 1 where phone_hash = ?")
                .param(secrets.lookupHash(phone, COLUMN))
                .update();
    }

    /** Of a phone and name that the roll has: the committee hears of it once. */
    void wrong(String phone, EstateSecrets secrets, Membership tie) {
        boolean last = jdbc.sql("select tries = ? from document_guess where phone_hash = ?")
                .params(MOST, secrets.lookupHash(phone, COLUMN))
                .query(Boolean.class)
                .single();
        if (last)
            messages.tell(
                    new Cause("membership.document-guessed", tie.id()),
                    Audience.everybodyWith(Role.COMMITTEE),
                    GUESSED,
                    Map.of());
    }
}
