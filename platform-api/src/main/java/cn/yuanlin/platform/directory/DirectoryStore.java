package cn.yuanlin.platform.directory;

import cn.yuanlin.platform.shared.Keyset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The estate's copy of the offices' list, in the order the list came in. */
@Component
class DirectoryStore {
    private final JdbcClient jdbc;

    DirectoryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false if the copy here is as new, or newer */
    boolean advanceTo(long version) {
        return jdbc.sql("update directory_projection set version = ? where version < ?")
                        .param(version)
                        .param(version)
                        .update()
                == 1;
    }

    void replaceAll(List<ShopEntry> shops) {
        jdbc.sql("delete from shop_entry").update();
        // Arrays of arrays must be rectangular, so each shop's services travel as lines of one text.
        jdbc.sql("""
                insert into shop_entry (id, position, name, kind, phone, address, hours, services)
                select r.id, r.n, r.name, r.kind, r.phone, r.address, r.hours, string_to_array(r.services, E'\\n')
                from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    with ordinality r (id, name, kind, phone, address, hours, services, n)
                """)
                .param(texts(shops, shop -> shop.id().toString()))
                .param(texts(shops, ShopEntry::name))
                .param(texts(shops, ShopEntry::kind))
                .param(texts(shops, ShopEntry::phone))
                .param(texts(shops, ShopEntry::address))
                .param(texts(shops, ShopEntry::hours))
                .param(texts(shops, shop -> String.join("\n", shop.services())))
                .update();
    }

    /** One row more than the page holds, if there is one. */
    List<PlacedShop> shops(@Nullable String kind, @Nullable String words, Keyset keyset) {
        var sql = new StringBuilder("""
                select position, id, name, kind, phone, address, hours, services from shop_entry where position > ?
                """);
        var params = new ArrayList<Object>();
        params.add(keyset.isFirstPage() ? 0L : keyset.number(0));
        if (kind != null) {
            sql.append(" and kind = ?");
            params.add(kind);
        }
        if (words != null) {
            sql.append(" and strpos(lower(name || ' ' || address || ' ' || array_to_string(services, ' ')), ?) > 0");
            params.add(words);
        }
        sql.append(" order by position limit ?");
        params.add(keyset.limit() + 1);
        return jdbc.sql(sql.toString())
                .params(params)
                .query(DirectoryStore::shop)
                .list();
    }

    /** A shop and its place on the list. */
    record PlacedShop(long position, ShopEntry shop) {}

    private static PlacedShop shop(ResultSet row, int number) throws SQLException {
        return new PlacedShop(
                row.getLong("position"),
                new ShopEntry(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("kind"),
                        row.getString("phone"),
                        row.getString("address"),
                        row.getString("hours"),
                        List.of((String[]) row.getArray("services").getArray())));
    }

    private static String[] texts(List<ShopEntry> shops, Function<ShopEntry, String> value) {
        return shops.stream().map(value).toArray(String[]::new);
    }
}
