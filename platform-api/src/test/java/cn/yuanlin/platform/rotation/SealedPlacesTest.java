package cn.yuanlin.platform.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.keys.SealedColumn;
import cn.yuanlin.platform.keys.SealedFiles;
import cn.yuanlin.platform.testing.PlatformTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a schema keeps encrypted is known to the rotation, or the key that opens it is thrown away. */
class SealedPlacesTest extends PlatformTest {
    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private List<SealedColumn> columns;

    @Autowired
    private List<SealedFiles> files;

    @Test
    void everyColumnOfBytesIsAHashOrInTheRegistry() {
        inEstate(disai(), () -> assertThat(names("""
                        select c.relname || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
                        where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
                          and a.atttypid = 'bytea'::regtype and not a.attisdropped
                          and a.attname !~ '(^|_)hash$|^sha256$|^fingerprint$' and c.relname <> 'retired_key'
                        """)).containsExactlyInAnyOrderElementsOf(registry()));
    }

    @Test
    void everyOneOfThemHasItsFeature() {
        inEstate(
                disai(),
                () -> assertThat(Stream.concat(
                                columns.stream().map(column -> column.table() + "." + column.column()),
                                files.stream().map(file -> file.table() + "." + file.column())))
                        .containsExactlyInAnyOrderElementsOf(registry()));
    }

    @Test
    void nothingIsWrittenThereWithoutALookAtTheKey() {
        inEstate(disai(), () -> {
            var guarded = names("""
                    select tgrelid::regclass::text || case when tgtype & 4 > 0 then ' insert' else ' update' end
                    from pg_trigger where tgfoid = 'refuse_retired_key()'::regprocedure
                    """);
            var writable = names("""
                    select s.table_name || ' ' || lower(p.privilege) from (select distinct table_name from sealed_column) s
                    cross join (values ('INSERT'), ('UPDATE')) p (privilege)
                    where has_table_privilege(s.table_name, p.privilege)
                    """);
            assertThat(guarded).containsExactlyInAnyOrderElementsOf(writable);
        });
    }

    private List<String> registry() {
        return names("select table_name || '.' || column_name from sealed_column");
    }

    private List<String> names(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
