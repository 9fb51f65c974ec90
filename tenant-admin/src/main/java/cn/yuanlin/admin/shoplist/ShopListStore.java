package cn.yuanlin.admin.shoplist;

import cn.yuanlin.admin.cell.DirectoryShop;
import cn.yuanlin.admin.cell.StagedShop;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ShopListStore {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    ShopListStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A shop as a workbook has it, and where in the estate's directory it stands. */
    record Row(
            UUID id,
            int place,
            String name,
            String address,
            String kind,
            @Nullable String phone,
            @Nullable String hours,
            List<String> services) {
        static Row of(UUID id, int place, StagedShop shop) {
            return new Row(
                    id,
                    place,
                    shop.name(),
                    Objects.requireNonNullElse(shop.address(), ""),
                    shop.kind(),
                    shop.phone(),
                    shop.hours(),
                    Objects.requireNonNullElse(shop.services(), List.of()));
        }
    }

    /** One estate at a time changes the list of its community: no shop goes while another estate begins to show it. */
    void lockCommunity(UUID estate) {
        jdbc.sql("""
                        select pg_advisory_xact_lock(hashtextextended('shops:' || community_id, 0))::text
                        from control.estate where id = :estate
                        """).param("estate", estate).query(String.class).single();
    }

    /** Enters the shops that the list does not have yet; name and address tell shops of one community apart. */
    void enter(UUID community, List<Row> rows, Instant now) {
        jdbc.sql("""
                        insert into control.shop (id, community_id, name, kind, phone, address, hours, services, created_at)
                        select s.id, :community, s.name, s.kind, s.phone, s.address, s.hours, s.services, :now
                        from jsonb_to_recordset(cast(:rows as jsonb)) as s (id uuid, name text, kind text, phone text,
                            address text, hours text, services text[])
                        on conflict on constraint shop_once do nothing
                        """)
                .param("community", community)
                .param("rows", json.writeValueAsString(rows))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Shows these shops, which the list has by now, in the estate. */
    void list(UUID estate, UUID community, UUID workbook, List<Row> rows) {
        jdbc.sql("""
                        insert into control.shop_listing (estate_id, shop_id, workbook_id, place)
                        select :estate, s.id, :workbook, r.place
                        from unnest(:names, :addresses, :places) as r (name, address, place)
                        join control.shop s on s.community_id = :community and s.name = r.name and s.address = r.address
                        order by r.place
                        on conflict do nothing
                        """)
                .param("estate", estate)
                .param("community", community)
                .param("workbook", workbook)
                .param("names", rows.stream().map(Row::name).toArray(String[]::new))
                .param("addresses", rows.stream().map(Row::address).toArray(String[]::new))
                .param("places", rows.stream().mapToInt(Row::place).toArray())
                .update();
    }

    /** @return the directory's new version */
    long nextVersion(UUID estate) {
        return jdbc.sql("""
                        insert into control.estate_directory (estate_id, version) values (:estate, 1)
                        on conflict (estate_id) do update set version = estate_directory.version + 1
                        returning version
                        """).param("estate", estate).query(Long.class).single();
    }

    void pushed(UUID estate, long version) {
        jdbc.sql(
                        "update control.estate_directory set pushed = :version where estate_id = :estate and pushed < :version")
                .param("estate", estate)
                .param("version", version)
                .update();
    }

    List<DirectoryShop> directory(UUID estate) {
        return jdbc.sql("""
                        select s.* from control.shop_listing l join control.shop s on s.id = l.shop_id
                        where l.estate_id = :estate order by l.place, s.id
                        """).param("estate", estate).query(ShopListStore::read).list();
    }

    /** Takes the estate's listings back, and the shops that nobody lists any more. */
    void forget(UUID estate) {
        jdbc.sql("""
                        with gone as (delete from control.shop_listing where estate_id = :estate returning shop_id)
                        delete from control.shop s using gone
                        where s.id = gone.shop_id and not exists (
                            select from control.shop_listing l where l.shop_id = s.id and l.estate_id <> :estate)
                        """).param("estate", estate).update();
        jdbc.sql("delete from control.estate_directory where estate_id = :estate")
                .param("estate", estate)
                .update();
    }

    private static DirectoryShop read(ResultSet row, int number) throws SQLException {
        Array services = row.getArray("services");
        return new DirectoryShop(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("kind"),
                row.getString("phone"),
                row.getString("address"),
                row.getString("hours"),
                List.of((String[]) services.getArray()));
    }
}
