package cn.yuanlin.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yuanlin.platform.testing.PlatformTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class EstatesApartTest extends PlatformTest {
    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void whatOneEstateWritesTheOtherDoesNotSee() {
        var act = UUID.randomUUID().toString();
        inEstate(
                disai(),
                () -> jdbc.sql(
                                "insert into audit_event (at, actor, act, subject_type, subject_id) values (now(), 'a', ?, 't', 'i')")
                        .param(act)
                        .update());
        inEstate(disai(), () -> assertThat(countOf(act)).isEqualTo(1));
        inEstate(linyuan(), () -> assertThat(countOf(act)).isZero());
    }

    @Test
    void refusesATransactionWithoutAnEstate() {
        var transaction = new TransactionTemplate(transactions);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> countOf("any")))
                .hasStackTraceContaining("no estate is bound");
    }

    @Test
    void seesNothingOutsideATransaction() {
        CurrentEstate.run(
                disai(),
                () -> assertThatThrownBy(() -> countOf("any"))
                        .hasStackTraceContaining("relation \"audit_event\" does not exist"));
    }

    private long countOf(String act) {
        return jdbc.sql("select count(*) from audit_event where act = ?")
                .param(act)
                .query(Long.class)
                .single();
    }
}
