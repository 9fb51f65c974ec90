package cn.yuanlin.platform.membership;

import cn.yuanlin.platform.membership.MembershipStore.Act;
import cn.yuanlin.platform.personaldata.PersonalRecords;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A person's ties, step by step, and their end when the account is closed. */
@Component
class MembershipRecords implements PersonalRecords {
    static final String NOBODY = "已注销用户";

    private final JdbcClient jdbc;
    private final MembershipStore store;
    private final InvitationStore invitations;
    private final Ties ties;
    private final EvidenceRetention evidence;

    /** One step of one tie. */
    record Step(
            UUID membership,
            String name,
            @Nullable String door,
            String act,
            String relation,
            String state,
            @Nullable String rights,
            @Nullable LocalDate until,
            @Nullable String reason,
            Instant at) {}

    MembershipRecords(
            JdbcClient jdbc,
            MembershipStore store,
            InvitationStore invitations,
            Ties ties,
            EvidenceRetention evidence) {
        this.jdbc = jdbc;
        this.store = store;
        this.invitations = invitations;
        this.ties = ties;
        this.evidence = evidence;
    }

    @Override
    public String section() {
        return "memberships";
    }

    @Override
    public List<Step> of(String subject) {
        return jdbc.sql("""
                select m.id, m.name, m.door, e.act, e.relation, e.state, e.rights, m.until, e.reason, e.at
                from membership m join membership_event e on e.membership_id = m.id
                where m.subject = ? order by e.id desc limit ?
                """)
                .params(subject, MOST_ROWS)
                .query((row, n) -> new Step(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("door"),
                        row.getString("act"),
                        row.getString("relation"),
                        row.getString("state"),
                        row.getString("rights"),
                        row.getObject("until", LocalDate.class),
                        row.getString("reason"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    @Override
    public void close(String subject) {
        store.lock(subject);
        store.live(subject).forEach(tie -> ties.end(tie, Act.LEFT, subject, null));
        invitations.withdrawAll(subject);
        store.forgetName(subject, NOBODY);
    }

    @Override
    public void closed(String subject) {
        ties.changed(subject);
        evidence.forgetAllOf(subject);
    }
}
