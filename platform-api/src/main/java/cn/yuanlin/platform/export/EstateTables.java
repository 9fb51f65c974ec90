package cn.yuanlin.platform.export;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The rows of the estate that is bound, table by table, read by cursor in the transaction of the caller. */
@Component
class EstateTables {
    private static final int ROWS_AT_ONCE = 500;

    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final Map<String, SecretColumns> secrets;

    EstateTables(DataSource pool, JsonMapper json, ObjectProvider<SecretColumns> secrets) {
        this.jdbc = new JdbcTemplate(pool);
        this.jdbc.setFetchSize(ROWS_AT_ONCE);
        this.json = json;
        this.secrets = secrets.stream().collect(Collectors.toMap(SecretColumns::table, Function.identity()));
    }

    /** All tables show one moment. Must be the first statement of the transaction. */
    void freeze() {
        jdbc.execute("set transaction isolation level repeatable read, read only");
    }

    /** What Liquibase keeps for itself, what opens the export, and what is not the estate's yet stay out of it. */
    List<String> names() {
        return jdbc.queryForList("""
                select relname from pg_class
                where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p') and not relispartition
                  and relname not in ('databasechangelog', 'databasechangeloglock', 'archive_passphrase', 'preview',
                      'sealed_column', 'retired_key')
                order by relname
                """, String.class);
    }

    /** As they are called in the export. */
    List<String> columns(String table) {
        var secret = secrets.get(table);
        var kept = jdbc.queryForList("""
                select attname from pg_attribute
                where attrelid = to_regclass(quote_ident(?)) and attnum > 0 and not attisdropped order by attnum
                """, String.class, table);
        if (secret == null) return kept;
        return kept.stream()
                .filter(column -> !secret.leftOut().contains(column))
                .map(column -> secret.plainNames().getOrDefault(column, column))
                .toList();
    }

    /** @param table one of {@link #names()} */
    void forEachRow(String table, Consumer<JsonNode> reader) {
        var reveal = revealing(secrets.get(table));
        jdbc.query("select to_jsonb(t)::text from \"" + table + "\" t", row -> {
            reader.accept(reveal.apply((ObjectNode) json.readTree(row.getString(1))));
        });
    }

    private static UnaryOperator<ObjectNode> revealing(@Nullable SecretColumns secret) {
        if (secret == null) return UnaryOperator.identity();
        var open = secret.open();
        return kept -> revealed(kept, secret, open);
    }

    private static ObjectNode revealed(ObjectNode kept, SecretColumns secret, SecretColumns.Reading open) {
        var plain = kept.deepCopy();
        plain.remove(secret.leftOut());
        secret.plainNames().forEach((column, name) -> {
            plain.remove(column);
            if (kept.path(column).isNull()) plain.putNull(name);
            else plain.put(name, open.plain(column, kept));
        });
        return plain;
    }
}
