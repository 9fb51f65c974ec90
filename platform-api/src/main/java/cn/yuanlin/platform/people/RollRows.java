package cn.yuanlin.platform.people;

import cn.yuanlin.platform.keys.EstateKeys;
import cn.yuanlin.platform.shared.Area;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The roll as it is now, as rows that could be imported again, in plain: whoever asks says why and leaves a trace. Inside the caller's
 * transaction.
 */
@Transactional(propagation = Propagation.MANDATORY)
@Component
public class RollRows {
    private static final int ROWS_AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final EstateKeys keys;

    RollRows(JdbcClient jdbc, EstateKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** All that is read in the transaction is of one moment. Must be its first statement. */
    public void freeze() {
        jdbc.sql("set transaction isolation level repeatable read").update();
    }

    public void forEachBuilding(Consumer<BuildingRow> reader) {
        eachRow("select name, floors from building order by sort_key").query(row -> {
            reader.accept(new BuildingRow(row.getString("name"), row.getInt("floors")));
        });
    }

    public void forEachUnit(Consumer<UnitRow> reader) {
        eachRow("""
                select b.name building, u.entrance, u.room, u.area_dm2, u.use, u.area_source, u.state
                from unit u join building b on b.id = u.building_id order by u.sort_key
                """).query(row -> {
            reader.accept(new UnitRow(
                    no(row),
                    new Area(row.getLong("area_dm2")),
                    UnitUse.valueOf(row.getString("use")),
                    AreaSource.valueOf(row.getString("area_source")),
                    UnitState.valueOf(row.getString("state"))));
        });
    }

    /** A representative without a phone is left out: a workbook knows them by name and phone. */
    public void forEachHolding(Consumer<HoldingRow> reader) {
        var secrets = new PersonSecrets(keys.current());
        eachRow("""
                select b.name building, u.entrance, u.room, p.name, p.kind, p.identity_hash, p.phone_cipher, p.id_type,
                       p.id_cipher, h.share_numerator, h.share_denominator, h.nominated,
                       a.name acting, a.phone_cipher acting_phone, a.identity_hash acting_hash
                from holding h
                join unit u on u.id = h.unit_id
                join building b on b.id = u.building_id
                join person p on p.id = h.person_id
                left join person a on a.id = h.representative_id
                order by u.sort_key, p.id
                """).query(row -> {
            reader.accept(holding(row, secrets));
        });
    }

    /** A few at a time: the driver would fetch the whole roll. */
    private JdbcClient.StatementSpec eachRow(String query) {
        return jdbc.sql(query).withFetchSize(ROWS_AT_ONCE);
    }

    private static HoldingRow holding(ResultSet row, PersonSecrets secrets) throws SQLException {
        var identity = row.getBytes("identity_hash");
        var phone = row.getBytes("phone_cipher");
        var idType = row.getString("id_type");
        return new HoldingRow(
                no(row),
                row.getString("name"),
                HolderKind.valueOf(row.getString("kind")),
                phone == null ? null : secrets.decryptPhone(phone, identity),
                idType == null ? null : IdType.valueOf(idType),
                idType == null ? null : secrets.decryptDocument(row.getBytes("id_cipher"), identity),
                new Share(row.getInt("share_numerator"), row.getInt("share_denominator")),
                row.getBoolean("nominated"),
                acting(row, secrets));
    }

    private static HoldingRow.@Nullable Representative acting(ResultSet row, PersonSecrets secrets)
            throws SQLException {
        var phone = row.getBytes("acting_phone");
        if (phone == null) return null;
        return new HoldingRow.Representative(
                row.getString("acting"), secrets.decryptPhone(phone, row.getBytes("acting_hash")));
    }

    private static UnitNo no(ResultSet row) throws SQLException {
        return new UnitNo(row.getString("building"), row.getString("entrance"), row.getString("room"));
    }
}
