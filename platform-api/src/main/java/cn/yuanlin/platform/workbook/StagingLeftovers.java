package cn.yuanlin.platform.workbook;

import cn.yuanlin.platform.tenancy.CellRole;
import cn.yuanlin.platform.tenancy.EstateOpened;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Uploads are full of personal data: what is of no use any more must not stay. */
@Component
class StagingLeftovers {
    private static final int KEPT = 5;

    private final CellRole registrar;

    StagingLeftovers(@Qualifier("registrar") CellRole registrar) {
        this.registrar = registrar;
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
