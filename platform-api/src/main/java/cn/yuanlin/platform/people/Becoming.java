package cn.yuanlin.platform.people;

import cn.yuanlin.platform.people.RollChange.Fault;
import cn.yuanlin.platform.shared.Area;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a unit is from a change on; what is null stays as it is. */
record Becoming(
        @Nullable Area area,
        @Nullable UnitUse use,
        @Nullable AreaSource areaSource,
        @Nullable UnitState state) {
    static final Becoming THE_SAME = new Becoming(null, null, null, null);

    private static final String STATE = "becomes.state";

    UnitRow of(UnitRow unit) {
        return new UnitRow(
                unit.unit(),
                area == null ? unit.area() : area,
                use == null ? unit.use() : use,
                areaSource == null ? unit.areaSource() : areaSource,
                state == null ? unit.state() : state);
    }

    /**
     * Why a unit of that state can't become this; empty if it can. Whose voice a unit is hangs on its state (SPC art. 9): one that leaves the
     * developer's hands and stays unsold on the roll would leave its buyer without a vote.
     */
    Optional<Fault> fault(ChangeKind kind, UnitState now) {
        if (kind == ChangeKind.CORRECTION) return Optional.empty();
        if (area != null || use != null || areaSource != null)
            return Optional.of(new Fault("becomes", "面积、用途和面积来源请以“更正”变更"));
        if (state == null)
            return now.isDevelopers() && kind != ChangeKind.DEATH
                    ? Optional.of(new Fault(STATE, "这一户在名册上为开发商未售或未交付，请选择变更后为已售还是未交付"))
                    : Optional.empty();
        return state == UnitState.UNSOLD || now == UnitState.SOLD && state != UnitState.SOLD
                ? Optional.of(new Fault(STATE, "有了业主的户不能改为未售，已售的户不能改为未交付；登记有误的请以“更正”变更"))
                : Optional.empty();
    }
}
