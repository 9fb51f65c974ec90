package cn.yuanlin.platform.people;

import cn.yuanlin.platform.people.RollChange.Somebody;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds out who the persons of a change are; those nobody knows yet come onto the roll. */
final class PersonResolution {
    private final PersonStore store;
    private final PersonSecrets secrets;
    private final UnitNo unit;
    private final LocalDate on;
    private @Nullable ChangeOutcome refusal;

    /** @param on the day of the change: whoever is under age then can't act alone */
    PersonResolution(PersonStore store, PersonSecrets secrets, UnitNo unit, LocalDate on) {
        this.store = store;
        this.secrets = secrets;
        this.unit = unit;
        this.on = on;
    }

    /** The holders as the roll keeps them; meaningless if there is a {@link #refusal()}. */
    List<HistoryStore.Held> resolve(List<RollChange.Holder> holders) {
        var held = new ArrayList<HistoryStore.Held>();
        for (int n = 0; n < holders.size() && refusal == null; n++) {
            var holder = holders.get(n);
            var field = "holders[" + n + "]";
            var person = find(holder.person(), field);
            var representative = holder.representative();
            var acting = representative == null ? null : find(representative, field + ".representative");
            if (person.equals(acting)) refuse(field + ".representative", "不能由本人代理本人");
            if (acting == null && isMinorOfTheRoll(holder.person())) refuse(field + ".representative", "未成年业主须填写监护人");
            if (held.stream().anyMatch(other -> other.person().equals(person))) refuse(field, "同一位业主填写了两次");
            held.add(new HistoryStore.Held(person, holder.share(), holder.nominated(), acting));
        }
        return held;
    }

    Optional<ChangeOutcome> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** Whoever is entered on the form has shown their age there. */
    private boolean isMinorOfTheRoll(Somebody somebody) {
        return somebody instanceof Somebody.Known known
                && store.idCard(known.id(), secrets)
                        .flatMap(ResidentId::birth)
                        .filter(birth -> ResidentId.isMinor(birth, on))
                        .isPresent();
    }

    private UUID find(Somebody somebody, String field) {
        return switch (somebody) {
            case Somebody.Known known -> {
                if (!store.names(List.of(known.id())).containsKey(known.id()))
                    refusal = new ChangeOutcome.PersonUnknown(field + ".person");
                yield known.id();
            }
            case Somebody.Entered entered -> enter(entered, field);
        };
    }

    private UUID enter(Somebody.Entered entered, String field) {
        var row = new HoldingRow(
                unit,
                entered.name(),
                entered.kind(),
                entered.phone(),
                entered.idType(),
                entered.idNumber(),
                Share.WHOLE,
                false);
        store.insertMissing(List.of(row), secrets);
        var identity = secrets.identityOf(row);
        var met = store.byIdentity(List.of(identity)).get(HexFormat.of().formatHex(identity));
        if (met == null) throw new IllegalStateException("a person entered just now is not there");
        if (!met.name().equals(entered.name())) refusal = new ChangeOutcome.PersonDiffers(field + ".newPerson");
        return met.id();
    }

    private void refuse(String field, String words) {
        refusal = new ChangeOutcome.Invalid(new RollChange.Fault(field, words));
    }
}
