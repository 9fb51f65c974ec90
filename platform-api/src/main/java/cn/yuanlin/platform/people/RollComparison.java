package cn.yuanlin.platform.people;

import cn.yuanlin.platform.people.RollDifference.HolderSide;
import cn.yuanlin.platform.people.RollDifference.UnitDifference;
import cn.yuanlin.platform.people.RollDifference.UnitSide;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds out what a workbook would change of the units it names. */
final class RollComparison {
    private final List<Change> changes = new ArrayList<>();
    private int unchanged;

    /**
     * One unit that would be another.
     *
     * @param before null if the unit is new
     * @param attributes whether it gets another area, use, source or state, or is new
     * @param holders whether it gets other holders
     */
    record Change(
            UnitRow after,
            List<HoldingRow> wanted,
            @Nullable RollLine before,
            boolean attributes,
            boolean holders) {
        boolean isNew() {
            return before == null;
        }
    }

    /** @param identified whom each of the wanted rows is about */
    void compare(
            @Nullable RollLine before,
            UnitRow after,
            List<HoldingRow> wanted,
            List<PersonStore.Identified> identified) {
        boolean attributes = before == null || !sameUnit(before, after);
        boolean holders = before == null
                ? !wanted.isEmpty()
                : !sorted(before.holders().stream().map(RollLine.Holder::canonical))
                        .equals(canonical(wanted, identified));
        if (attributes || holders) changes.add(new Change(after, wanted, before, attributes, holders));
        else unchanged++;
    }

    List<Change> changes() {
        return changes;
    }

    RollDifference difference(int buildingsAdded, int personsCorrected, int notNamed, Map<UUID, String> names) {
        var added = (int) changes.stream().filter(Change::isNew).count();
        return new RollDifference(
                buildingsAdded,
                added,
                (int) changes.stream().filter(Change::attributes).count() - added,
                (int) changes.stream()
                        .filter(change -> change.holders() && !change.isNew())
                        .count(),
                personsCorrected,
                unchanged,
                notNamed,
                listed().map(change -> difference(change, names)).toList(),
                changes.size() > RollDifference.MOST_LISTED);
    }

    /** Whose names {@link #difference} needs. */
    List<UUID> personsListed() {
        return listed().flatMap(change ->
                        change.before() == null ? Stream.<RollLine.Holder>empty() : change.before().holders().stream())
                .flatMap(holder -> holder.representative() == null
                        ? Stream.of(holder.person())
                        : Stream.of(holder.person(), holder.representative().person()))
                .distinct()
                .toList();
    }

    private Stream<Change> listed() {
        return changes.stream().limit(RollDifference.MOST_LISTED);
    }

    private static boolean sameUnit(RollLine before, UnitRow after) {
        return before.area().equals(after.area())
                && before.use() == after.use()
                && before.areaSource() == after.areaSource()
                && before.state() == after.state();
    }

    private static List<String> canonical(List<HoldingRow> wanted, List<PersonStore.Identified> identified) {
        var lines = new ArrayList<String>();
        for (int n = 0; n < wanted.size(); n++) {
            var row = wanted.get(n);
            var acting = identified.get(n).representative();
            lines.add(RollLine.Holder.canonical(
                    HexFormat.of().formatHex(identified.get(n).holder()),
                    row.share(),
                    row.nominated(),
                    acting == null ? null : HexFormat.of().formatHex(acting)));
        }
        return sorted(lines.stream());
    }

    private static List<String> sorted(Stream<String> lines) {
        return lines.sorted().toList();
    }

    private static UnitDifference difference(Change change, Map<UUID, String> names) {
        var before = change.before();
        return new UnitDifference(
                change.after().unit().toString(),
                before == null
                        ? null
                        : new UnitSide(
                                before.area().squareDecimetres(),
                                before.use(),
                                before.areaSource(),
                                before.state(),
                                before.holders().stream()
                                        .map(holder -> side(holder, names))
                                        .toList()),
                new UnitSide(
                        change.after().area().squareDecimetres(),
                        change.after().use(),
                        change.after().areaSource(),
                        change.after().state(),
                        change.wanted().stream().map(RollComparison::side).toList()));
    }

    private static HolderSide side(RollLine.Holder holder, Map<UUID, String> names) {
        var acting = holder.representative();
        return new HolderSide(
                names.getOrDefault(holder.person(), ""),
                holder.share().toString(),
                holder.nominated(),
                acting == null ? null : names.get(acting.person()));
    }

    private static HolderSide side(HoldingRow row) {
        var acting = row.representative();
        return new HolderSide(
                row.holder(), row.share().toString(), row.nominated(), acting == null ? null : acting.name());
    }
}
