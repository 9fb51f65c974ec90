package cn.yuanlin.platform.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cn.yuanlin.platform.tenancy.CellRole;
import cn.yuanlin.platform.testing.PlatformTest;
import java.sql.SQLException;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The server quotes a row that it refuses; what is quoted must not get into a log, whichever pool it came through. */
class RefusedRowsTest extends PlatformTest {
    private static final String NAME = "业主甲";

    @Autowired
    private JdbcClient estates;

    @Autowired
    @Qualifier("registrar")
    private CellRole registrar;

    @Autowired
    private Migrator migrator;

    @Test
    void anEstatesRowIsNotQuoted() {
        assertNotQuoted(() -> inEstate(
                disai(),
                () -> estates.sql("insert into building (name, sort_key, floors) values (?, 'x', 999)")
                        .param(NAME)
                        .update()));
    }

    @Test
    void aRowOfTheCellIsNotQuoted() {
        assertNotQuoted(() ->
                registrar.run(jdbc -> jdbc.sql("insert into estate_key (estate_id, purpose, wrapped) values (?, ?, '')")
                        .params(UUID.randomUUID(), NAME)
                        .update()));
    }

    @Test
    void aRowThatAChangeSetFindsIsNotQuoted() {
        assertNotQuoted(() -> {
            try (var connection = migrator.open();
                    var statement = connection.createStatement()) {
                statement.execute("insert into " + disai().schema() + ".building (name, sort_key, floors) values ('"
                        + NAME + "', 'x', 999)");
            }
        });
    }

    private static void assertNotQuoted(ThrowingCallable work) {
        var refused = NestedExceptionUtils.getRootCause(new IllegalStateException(catchThrowable(work)));
        assertThat(refused).isInstanceOf(SQLException.class);
        assertThat(refused.getMessage()).contains("violates check constraint").doesNotContain(NAME);
    }
}
