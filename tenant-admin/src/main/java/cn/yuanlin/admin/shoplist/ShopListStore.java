package cn.yuanlin.admin.shoplist;

import cn.yuanlin.admin.cell.DirectoryShop;
import cn.yuanlin.admin.cell.StagedShop;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ShopListStore {
    private final JdbcClient jdbc;

    ShopListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Enters the shop, or brings the entry up to date: name and address tell shops of one community apart. */
    UUID enter(UUID id, UUID community, StagedShop shop, Instant now) {
        return jdbc.sql("""
                        insert into control.shop (id, community_id, name, kind, phone, address, hours, services, created_at)
                        values (:id, :community, :name, :kind, :phone, :address, :hours, :services, :now)
                        on conflict on constraint shop_once do update set
                            kind = excluded.kind, phone = excluded.phone, hours = excluded.hours, services = excluded.services
                        returning id
                        """)
                .param("id", id)
                .param("community", community)
                .param("name", shop.name())
                .param("kind", shop.kind())
                .param("phone", shop.phone())
                .param("address", shop.address() == null ? "" : shop.address())
                .param("hours", shop.hours())
                .param(
                        "services",
                        (shop.services() == null ? List.<String>of() : shop.services()).toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .single();
    }

    void list(UUID estate, UUID shop, UUID workbook, int place) {
        jdbc.sql("""
                        insert into control.shop_listing (estate_id, shop_id, workbook_id, place)
                        values (:estate, :shop, :workbook, :place) on conflict do nothing
                        """)
                .param("estate", estate)
                .param("shop", shop)
                .param("workbook", workbook)
                .param("place", place)
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
