package cn.yuanlin.platform.people;

import cn.yuanlin.platform.people.RollChange.Somebody;
import cn.yuanlin.platform.shared.Area;
import cn.yuanlin.platform.shared.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of the roll as it is sent.
 *
 * @param evidence an upload of whoever makes the change, which belongs to it from then on; or null
 * @param becomes what the unit is from then on; a unit of the developer's that is transferred must say its state, all else only a
 *     CORRECTION may change; null if it stays what it is
 */
record RollChangeForm(
        @NotNull(message = "请选择户") UUID unit,
        @NotNull(message = "请选择变更原因") ChangeKind kind,
        @NotNull(message = "请填写生效日期") LocalDate effectiveOn,

        @NotBlank(message = "请填写说明") @Size(max = 500, message = "说明最多500字")
        String reason,

        @Nullable UUID evidence,
        @Nullable @Valid BecomesForm becomes,

        @NotNull(message = "请填写业主") @Size(max = RollChange.MOST_HOLDERS, message = "一户最多登记200位业主")
        List<@NotNull @Valid HolderForm> holders) {

    /**
     * What is null stays as it is.
     *
     * @param areaDm2 exclusive area in dm² (0.01 m²)
     */
    record BecomesForm(
            @Min(value = 1, message = "面积应大于0") @Nullable Long areaDm2,
            @Nullable UnitUse use,
            @Nullable AreaSource areaSource,
            @Nullable UnitState state) {
        Becoming becoming() {
            return new Becoming(areaDm2 == null ? null : new Area(areaDm2), use, areaSource, state);
        }
    }

    /** Exactly one of person and newPerson. */
    record HolderForm(
            @Nullable UUID person,
            @Nullable @Valid PersonForm newPerson,
            @Min(value = 1, message = "份额应大于0") int shareNumerator,

            @Min(value = 1, message = "份额应大于0") @Max(value = Share.FINEST, message = "份额的分母最大为1000000")
            int shareDenominator,

            boolean nominated,
            @Nullable @Valid RepresentativeForm representative) {}

    /** Exactly one of person and newPerson. */
    record RepresentativeForm(
            @Nullable UUID person, @Nullable @Valid PersonForm newPerson) {}

    /** @param idNumber with idType, or both null */
    record PersonForm(
            @NotBlank(message = "请填写姓名或名称") @Size(max = 100, message = "姓名或名称最多100字")
            String name,

            @NotNull(message = "请选择类型") HolderKind kind,

            @Pattern(regexp = "1[3-9]\\d{9}", message = "手机号应为11位") @Nullable
            String phone,

            @Nullable IdType idType,

            @Pattern(regexp = "[\\p{IsHan}A-Za-z0-9()/.-]{3,30}", message = "证件号码应为3至30位汉字、字母或数字") @Nullable
            String idNumber) {

        /** Names nobody. */
        @Override
        public String toString() {
            return "PersonForm[]";
        }
    }

    /** @throws cn.yuanlin.platform.shared.ProblemException 400 if what is sent is not a change at all */
    RollChange change() {
        var parsed = new ArrayList<RollChange.Holder>();
        for (int n = 0; n < holders.size(); n++) {
            var holder = holders.get(n);
            var field = "holders[" + n + "]";
            if (holder.shareNumerator > holder.shareDenominator)
                throw Problem.field(field + ".shareNumerator", "份额最多为1").raise();
            var acting = holder.representative;
            parsed.add(new RollChange.Holder(
                    somebody(holder.person, holder.newPerson, field),
                    new Share(holder.shareNumerator, holder.shareDenominator),
                    holder.nominated,
                    acting == null ? null : somebody(acting.person, acting.newPerson, field + ".representative")));
        }
        var becoming = becomes == null ? Becoming.THE_SAME : becomes.becoming();
        return new RollChange(unit, kind, effectiveOn, reason.strip(), evidence, becoming, List.copyOf(parsed));
    }

    private static Somebody somebody(@Nullable UUID person, @Nullable PersonForm entered, String field) {
        if (person != null && entered == null) return new Somebody.Known(person);
        if (person != null || entered == null)
            throw Problem.field(field, "请选择名册中的人，或填写一个新的人").raise();
        if ((entered.idType == null) != (entered.idNumber == null))
            throw Problem.field(field + ".newPerson.idNumber", "证件类型和证件号码应同时填写或同时不填")
                    .raise();
        var number = entered.idNumber == null ? null : entered.idNumber.toUpperCase(Locale.ROOT);
        return new Somebody.Entered(entered.name.strip(), entered.kind, entered.phone, entered.idType, number);
    }
}
