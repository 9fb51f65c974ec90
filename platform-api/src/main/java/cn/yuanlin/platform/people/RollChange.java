package cn.yuanlin.platform.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A unit gets these holders, and no others, from a day on, and may become another itself.
 *
 * @param evidence an upload of whoever makes the change, which belongs to it from then on; or null
 */
record RollChange(
        UUID unit,
        ChangeKind kind,
        LocalDate effectiveOn,
        String reason,
        @Nullable UUID evidence,
        Becoming becomes,
        List<Holder> holders) {
    /** Holders of one unit; more are a mistake. */
    static final int MOST_HOLDERS = 200;

    /** @param representative who acts for a company or for somebody who can't act alone; null if nobody need */
    record Holder(
            Somebody person,
            Share share,
            boolean nominated,
            @Nullable Somebody representative) {}

    /** A person, by their row or as written on the form. */
    sealed interface Somebody {
        record Known(UUID id) implements Somebody {}

        record Entered(
                String name,
                HolderKind kind,
                @Nullable String phone,
                @Nullable IdType idType,
                @Nullable String idNumber)
                implements Somebody {

            /** Names nobody. */
            @Override
            public String toString() {
                return "Entered[]";
            }
        }
    }

    /** Something wrong with one field, in words for the person who filled it in. */
    record Fault(String field, String words) {}

    /** The first thing that is wrong with it whatever the roll says; empty if nothing is. */
    Optional<Fault> fault() {
        if (holders.isEmpty()) {
            // Heirs may not be known for months; the unit stays an owner of its own meanwhile.
            return kind == ChangeKind.DEATH
                    ? Optional.empty()
                    : Optional.of(new Fault("holders", "请至少填写一位业主；继承人未定时请选择“死亡”"));
        }
        if (holders.size() > MOST_HOLDERS)
            return Optional.of(new Fault("holders", "一户最多登记%d位业主".formatted(MOST_HOLDERS)));
        if (!Share.areWhole(holders.stream().map(Holder::share).toList()))
            return Optional.of(new Fault("holders", "各位业主的份额合计应为1"));
        if (holders.stream().filter(Holder::nominated).count() > 1)
            return Optional.of(new Fault("holders", "一户最多一位表决代表"));
        for (int n = 0; n < holders.size(); n++) {
            var fault = guardianFault(holders.get(n), "holders[" + n + "]");
            if (fault.isPresent()) return fault;
        }
        return Optional.empty();
    }

    private Optional<Fault> guardianFault(Holder holder, String field) {
        if (!(holder.person instanceof Somebody.Entered entered) || entered.idType() != IdType.ID_CARD)
            return Optional.empty();
        var number = entered.idNumber();
        var birth = number == null ? Optional.<LocalDate>empty() : ResidentId.birth(number);
        if (birth.isEmpty()) return Optional.of(new Fault(field + ".newPerson.idNumber", "身份证号码有误，请核对"));
        return ResidentId.isMinor(birth.get(), effectiveOn) && holder.representative == null
                ? Optional.of(new Fault(field + ".representative", "未成年业主须填写监护人"))
                : Optional.empty();
    }
}
