package cn.yuanlin.platform.workbook.check;

import cn.yuanlin.platform.people.HolderKind;
import cn.yuanlin.platform.people.IdType;
import cn.yuanlin.platform.people.Share;
import cn.yuanlin.platform.workbook.sheet.CellRef;
import cn.yuanlin.platform.workbook.sheet.Column;
import cn.yuanlin.platform.workbook.sheet.Fault;
import cn.yuanlin.platform.workbook.sheet.Finding;
import cn.yuanlin.platform.workbook.sheet.Findings;
import cn.yuanlin.platform.workbook.sheet.HolderSheet;
import cn.yuanlin.platform.workbook.sheet.Parsed;
import cn.yuanlin.platform.workbook.sheet.SheetRow;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 业主 fits 户: units are there, shares add up to the whole, one voice a unit, one person is one person. */
final class HolderCheck {
    /** Holders of one unit: beyond, something is wrong, and exact sums of fractions would grow without bound. */
    static final int MAX_HOLDERS = 200;

    private final RollCheck roll;
    private final Findings findings;
    private final Persons persons = new Persons();
    private final Set<Long> heldBy = new HashSet<>();
    private final HeldUnit[] held;
    private boolean homeless;

    HolderCheck(RollCheck roll, Findings findings) {
        this.roll = roll;
        this.findings = findings;
        this.held = new HeldUnit[roll.units()];
    }

    void holder(SheetRow row) {
        document(row);
        agent(row);
        int person = person(row);
        var no = row.get(HolderSheet.UNIT);
        int unit = no == null ? -1 : roll.find(no.dashed());
        if (unit < 0) {
            homeless = true;
            if (no != null && !roll.mayMissUnits()) row.fault(HolderSheet.UNIT, Fault.UNKNOWN_UNIT, "“户”工作表中没有这一户");
            return;
        }
        var place = held[unit];
        if (place == null) held[unit] = place = new HeldUnit(row);
        place.add(row);
        if (person >= 0 && !heldBy.add(((long) unit << 32) | person))
            row.fault(HolderSheet.NAME, Fault.DUPLICATE, "这一户已有同一位业主");
    }

    void finish() {
        for (int unit = 0; unit < held.length; unit++) {
            var place = held[unit];
            if (place != null) place.check();
            else if (!homeless) roll.warnOfNobody(unit);
        }
    }

    /** How many persons hold something. */
    int persons() {
        return persons.count();
    }

    private static void document(SheetRow row) {
        var type = row.get(HolderSheet.ID_TYPE);
        var number = row.get(HolderSheet.ID_NUMBER);
        if (type != null && number == null && !row.isWrong(HolderSheet.ID_NUMBER))
            row.fault(HolderSheet.ID_NUMBER, Fault.ID_INCOMPLETE, "填了证件类型，还应填证件号码");
        if (type == null && number != null && !row.isWrong(HolderSheet.ID_TYPE))
            row.fault(HolderSheet.ID_TYPE, Fault.ID_INCOMPLETE, "填了证件号码，还应填证件类型");
        if (type == null || number == null) return;
        if (type == IdType.CREDIT_CODE && row.get(HolderSheet.KIND) == HolderKind.PERSON)
            row.fault(HolderSheet.ID_TYPE, Fault.ID_TYPE_MISMATCH, "个人不能用统一社会信用代码");
        if (IdentityNumbers.check(type, number) instanceof Parsed.Wrong<String>(var fault, var words))
            row.fault(HolderSheet.ID_NUMBER, fault, words);
    }

    /** Who acts is known by name and phone, so one without the other is nobody. */
    private static void agent(SheetRow row) {
        boolean name = row.isFilled(HolderSheet.AGENT);
        boolean phone = row.isFilled(HolderSheet.AGENT_PHONE);
        if (name && !phone) row.fault(HolderSheet.AGENT_PHONE, Fault.AGENT_INCOMPLETE, "填了代理人，还应填代理人手机");
        if (phone && !name) row.fault(HolderSheet.AGENT, Fault.AGENT_INCOMPLETE, "填了代理人手机，还应填代理人");
        var agent = row.get(HolderSheet.AGENT);
        boolean oneself = agent != null
                && phone
                && agent.equals(row.get(HolderSheet.NAME))
                && Objects.equals(row.get(HolderSheet.AGENT_PHONE), row.get(HolderSheet.PHONE));
        if (oneself) row.fault(HolderSheet.AGENT, Fault.DUPLICATE, "不能由本人代理本人，本人表决的不填代理人");
    }

    /** Who the row is about, as the import tells persons apart; -1 if the row does not say. */
    private int person(SheetRow row) {
        var name = row.get(HolderSheet.NAME);
        if (name == null || row.isWrong(HolderSheet.ID_NUMBER) || row.isWrong(HolderSheet.PHONE)) return -1;
        var person = persons.identify(row, name);
        if (person.nameDiffers())
            row.fault(HolderSheet.NAME, Fault.ID_NAME_CONFLICT, "与第%d行证件号码相同，姓名却不同".formatted(person.firstRow()));
        if (person.phoneDiffers())
            row.fault(HolderSheet.PHONE, Fault.PHONE_CONFLICT, "与第%d行是同一位业主，手机号却不同".formatted(person.firstRow()));
        return person.position();
    }

    /** What the rows of one unit say together. */
    private final class HeldUnit {
        private final int firstRow;
        private final int shareColumn;
        private final int nominatedColumn;
        private int holders;
        private int nominatedRow;
        private boolean unclear;
        private @Nullable ShareSum shares = ShareSum.NOTHING;

        HeldUnit(SheetRow row) {
            firstRow = row.number();
            shareColumn = row.at(HolderSheet.SHARE).column();
            nominatedColumn = row.at(HolderSheet.NOMINATED).column();
        }

        void add(SheetRow row) {
            holders++;
            if (row.isWrong(HolderSheet.NOMINATED)) unclear = true;
            share(row);
            if (!Boolean.TRUE.equals(row.get(HolderSheet.NOMINATED))) return;
            if (nominatedRow == 0) nominatedRow = row.number();
            else
                row.fault(
                        HolderSheet.NOMINATED,
                        Fault.TWO_REPRESENTATIVES,
                        "这一户在第%d行已有表决代表，一户只能有一位".formatted(nominatedRow));
        }

        private void share(SheetRow row) {
            var share = row.get(HolderSheet.SHARE);
            if (row.isWrong(HolderSheet.SHARE) || holders > MAX_HOLDERS) shares = null;
            if (shares != null) shares = shares.plus(share == null ? Share.WHOLE : share);
        }

        void check() {
            if (holders > MAX_HOLDERS) {
                add(HolderSheet.SHARE, shareColumn, Fault.TOO_MANY_OWNERS, "一户最多登记%d位业主".formatted(MAX_HOLDERS));
                return;
            }
            int sum = shares == null ? 0 : shares.comparedToWhole();
            // A row without a home may be the missing part.
            if (sum > 0 || (sum < 0 && !homeless))
                add(
                        HolderSheet.SHARE,
                        shareColumn,
                        Fault.SHARES_NOT_WHOLE,
                        "这一户%d位业主的份额合计应为1，现为%s".formatted(holders, shares));
            if (holders > 1 && nominatedRow == 0 && !unclear)
                add(HolderSheet.NOMINATED, nominatedColumn, Fault.NO_REPRESENTATIVE, "这一户由多人共有，还没有推选表决代表");
        }

        private void add(Column<?> about, int column, Fault fault, String words) {
            findings.add(new Finding(
                    HolderSheet.SHEET.name(), new CellRef(firstRow, column), about.heading(), fault, words));
        }
    }
}
