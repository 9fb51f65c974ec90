package cn.yuanlin.platform.personaldata;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who agreed to which version of which text, and when. Rows are added only: consent given once was given. */
@Service
class Consents implements PersonalRecords {
    private final JdbcClient jdbc;
    private final Clock clock;

    Consents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Estates are brought up in waves. */
    @Transactional(readOnly = true)
    boolean hasTable() {
        return jdbc.sql("select to_regclass('consent') is not null")
                .query(Boolean.class)
                .single();
    }

    /** The newest the person gave. */
    @Transactional(readOnly = true)
    Optional<Consent> latest(String subject, Document document) {
        return jdbc.sql(
                        "select document, version, at from consent where subject = ? and document = ? order by version desc limit 1")
                .params(subject, document.name())
                .query(Consents::consent)
                .optional();
    }

    /** The first time counts. */
    @Transactional
    Consent give(String subject, Document document, String version) {
        jdbc.sql("""
                insert into consent (subject, document, version, at) values (?, ?, ?, ?)
                on conflict (subject, document, version) do nothing
                """)
                .params(subject, document.name(), version, Timestamp.from(clock.instant()))
                .update();
        return jdbc.sql("select document, version, at from consent where subject = ? and document = ? and version = ?")
                .params(subject, document.name(), version)
                .query(Consents::consent)
                .single();
    }

    @Override
    public String section() {
        return "consents";
    }

    @Override
    @Transactional(readOnly = true)
    public List<Consent> of(String subject) {
        return jdbc.sql(
                        "select document, version, at from consent where subject = ? order by at desc, document limit ?")
                .params(subject, MOST_ROWS)
                .query(Consents::consent)
                .list();
    }

    private static Consent consent(ResultSet row, int number) throws SQLException {
        return new Consent(
                Document.valueOf(row.getString("document")),
                row.getString("version"),
                row.getTimestamp("at").toInstant());
    }
}
