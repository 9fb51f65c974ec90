package cn.yuanlin.platform.shop;

import cn.yuanlin.platform.shared.Keyset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of the catalogue. Ids are given in the order of insertion, and lists are in the order of ids. */
@Component
class CatalogueStore {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

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

    /** One row more than the page holds, if there is one. */
    List<Product> products(@Nullable String category, @Nullable String words, Keyset keyset) {
        var sql = new StringBuilder("""
                select p.id, c.name category, p.name, p.spec, p.unit, p.price_fen, p.reference_fen, p.reference_source,
                       p.reference_on, p.stock, p.producer is not null from_neighbour
                from product p join category c on c.id = p.category_id
                where p.state = 'ON_SALE'
                """);
        var params = new ArrayList<Object>();
        if (category != null) {
            sql.append(" and p.category_id = (select id from category where name = ? or id::text = ?)");
            params.add(category);
            params.add(category);
        }
        if (words != null) {
            sql.append(" and strpos(p.search_text, ?) > 0");
            params.add(SearchText.plain(words));
        }
        if (!keyset.isFirstPage()) {
            sql.append(" and p.id > ?");
            params.add(keyset.uuid(0));
        }
        sql.append(" order by p.id limit ?");
        params.add(keyset.limit() + 1);
        return jdbc.sql(sql.toString())
                .params(params)
                .query(CatalogueStore::product)
                .list();
    }

    /** One row more than the page holds, if there is one. */
    List<Category> categories(Keyset keyset) {
        return jdbc.sql("""
                select c.id, c.name, count(p.id) products
                from (select id, name from category where id > ? order by id limit ?) c
                left join product p on p.category_id = c.id and p.state = 'ON_SALE'
                group by c.id, c.name order by c.id
                """)
                .param(keyset.isFirstPage() ? BEFORE_ALL : keyset.uuid(0))
                .param(keyset.limit() + 1)
                .query((row, n) ->
                        new Category(row.getObject("id", UUID.class), row.getString("name"), row.getInt("products")))
                .list();
    }

    private static Product product(ResultSet row, int number) throws SQLException {
        var seenOn = row.getObject("reference_on", LocalDate.class);
        return new Product(
                row.getObject("id", UUID.class),
                row.getString("category"),
                row.getString("name"),
                row.getString("spec"),
                row.getString("unit"),
                row.getLong("price_fen"),
                seenOn == null
                        ? null
                        : new Product.ReferencePrice(
                                row.getLong("reference_fen"), row.getString("reference_source"), seenOn),
                row.getInt("stock"),
                row.getBoolean("from_neighbour"));
    }

    private static @Nullable Long referenceFen(ProductRow row) {
        return row.reference() == null ? null : row.reference().price().fen();
    }

    private static @Nullable String[] texts(List<ProductRow> rows, Function<ProductRow, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
