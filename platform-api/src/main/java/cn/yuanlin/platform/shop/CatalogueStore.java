package cn.yuanlin.platform.shop;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of the catalogue. Ids are given in the order of insertion, and lists are in the order of ids. */
@Component
class CatalogueStore {
    private final JdbcClient jdbc;

    CatalogueStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insertCategories(List<String> names) {
        jdbc.sql("""
                insert into category (name)
                select name from unnest(?::text[]) with ordinality r (name, n) order by n
                on conflict (name) do nothing
                """).param(names.toArray(String[]::new)).update();
    }

    void insertProducts(List<ProductRow> rows) {
        jdbc.sql("""
                insert into product (category_id, name, spec, unit, price_fen, reference_fen, reference_source,
                                     reference_on, stock, producer, search_text)
                select c.id, r.name, r.spec, r.unit, r.price_fen, r.reference_fen, r.reference_source,
                       r.reference_on, r.stock, r.producer, r.search_text
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::text[],
                            ?::date[], ?::int[], ?::text[], ?::text[])
                    with ordinality r (category, name, spec, unit, price_fen, reference_fen, reference_source,
                                       reference_on, stock, producer, search_text, n)
                join category c on c.name = r.category
                order by r.n
                """)
                .param(texts(rows, ProductRow::category))
                .param(texts(rows, ProductRow::name))
                .param(texts(rows, ProductRow::spec))
                .param(texts(rows, ProductRow::unit))
                .param(rows.stream().map(row -> row.price().fen()).toArray(Long[]::new))
                .param(rows.stream().map(row -> referenceFen(row)).toArray(Long[]::new))
                .param(texts(
                        rows,
                        row -> row.reference() == null ? null : row.reference().source()))
                .param(texts(
                        rows,
                        row -> row.reference() == null
                                ? null
                                : row.reference().seenOn().toString()))
                .param(rows.stream().map(ProductRow::stock).toArray(Integer[]::new))
                .param(texts(rows, ProductRow::producer))
                .param(texts(rows, SearchText::kept))
                .update();
    }

    private static @Nullable Long referenceFen(ProductRow row) {
        return row.reference() == null ? null : row.reference().price().fen();
    }

    private static @Nullable String[] texts(List<ProductRow> rows, Function<ProductRow, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
