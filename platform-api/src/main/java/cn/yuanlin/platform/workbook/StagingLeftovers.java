package cn.yuanlin.platform.workbook;

import cn.yuanlin.platform.tenancy.CellRole;
import cn.yuanlin.platform.tenancy.EstateOpened;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Uploads are full of personal data: what is of no use any more must not stay. */
@Component
class StagingLeftovers {
    private static final int KEPT = 5;
    private static final Duration ABANDONED = Duration.ofDays(30);
    /** A workbook's pieces go with it, so that these are some hundred megabytes. */
    private static final int WORKBOOKS_AT_ONCE = 20;

    private static final int PIECES_AT_ONCE = 200;
    /** However much there is, the rest has time until the next day. */
    private static final int TURNS_A_DAY = 500;

    private final CellRole registrar;
    private final Clock clock;

    StagingLeftovers(@Qualifier("registrar") CellRole registrar, Clock clock) {
        this.registrar = registrar;
        this.clock = clock;
    }

    /** The estate has what it was to begin with; that it was imported, and from what, is noted in its schema. */
    @EventListener
    void on(EstateOpened opened) {
        registrar.run(jdbc -> {
            jdbc.sql("delete from staged_workbook where estate_id = ?")
                    .param(opened.estate())
                    .update();
            jdbc.sql("delete from staged_chunk where estate_id = ?")
                    .param(opened.estate())
                    .update();
        });
    }

    /** Forgets what was uploaded for estates that nobody went on with; several processes may do so at a time. */
    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "P1D")
    void forgetAbandoned() {
        var before = Timestamp.from(clock.instant().minus(ABANDONED));
        var turns = 0;
        while (turns < TURNS_A_DAY && registrar.call(jdbc -> forgetSome(jdbc, before)) > 0) turns++;
    }

    private static int forgetSome(JdbcClient jdbc, Timestamp before) {
        var workbooks = jdbc.sql("""
                        with old as (
                            delete from staged_workbook where (estate_id, id) in
                                (select estate_id, id from staged_workbook where staged_at < ? limit ? for update skip locked)
                            returning estate_id, id, upload),
                        pieces as (
                            delete from staged_chunk c using old
                            where c.estate_id = old.estate_id and c.workbook_id = old.id and c.upload = old.upload)
                        select count(*) from old
                        """)
                .params(before, WORKBOOKS_AT_ONCE)
                .query(Integer.class)
                .single();
        var pieces = jdbc.sql("""
                        delete from staged_chunk where (estate_id, workbook_id, upload, position) in
                            (select estate_id, workbook_id, upload, position from staged_chunk c where stored_at < ?
                               and not exists (select from staged_workbook w where w.estate_id = c.estate_id and w.upload = c.upload)
                             limit ?)
                        """).params(before, PIECES_AT_ONCE).update();
        return workbooks + pieces;
    }

    /** Forgets all but the estate's newest workbooks, and pieces of uploads that were not whole within an hour. */
    void forgetOld(JdbcClient jdbc, UUID estate) {
        jdbc.sql("""
                        with old as (
                            delete from staged_workbook where estate_id = :estate and id not in
                                (select id from staged_workbook where estate_id = :estate order by staged_at desc limit :kept)
                            returning upload)
                        delete from staged_chunk where estate_id = :estate and upload in (select upload from old)
                        """).param("estate", estate).param("kept", KEPT).update();
        jdbc.sql("""
                        delete from staged_chunk c where estate_id = ? and stored_at < now() - interval '1 hour'
                          and not exists (select from staged_workbook w where w.estate_id = c.estate_id and w.upload = c.upload)
                        """).param(estate).update();
    }
}
