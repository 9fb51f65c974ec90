package cn.yuanlin.platform.workbook.check;

import cn.yuanlin.platform.people.BuildingRow;
import cn.yuanlin.platform.people.HoldingRow;
import cn.yuanlin.platform.people.TargetRoll;
import cn.yuanlin.platform.people.UnitRow;
import cn.yuanlin.platform.workbook.file.Refusal;
import cn.yuanlin.platform.workbook.file.UnreadableWorkbook;
import cn.yuanlin.platform.workbook.file.WorkbookFile;
import cn.yuanlin.platform.workbook.sheet.BuildingSheet;
import cn.yuanlin.platform.workbook.sheet.Findings;
import cn.yuanlin.platform.workbook.sheet.HolderSheet;
import cn.yuanlin.platform.workbook.sheet.SheetModel;
import cn.yuanlin.platform.workbook.sheet.SheetReader;
import cn.yuanlin.platform.workbook.sheet.SheetRow;
import cn.yuanlin.platform.workbook.sheet.UnitSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the three sheets of a roll out of a workbook and finds everything that is wrong with them. Other sheets are not looked at. */
public final class RollFileCheck {
    private static final List<SheetModel> SHEETS = List.of(BuildingSheet.SHEET, UnitSheet.SHEET, HolderSheet.SHEET);

    private final Findings findings = new Findings();
    private final List<BuildingRow> buildings = new ArrayList<>();
    private final List<UnitRow> units = new ArrayList<>();
    private final List<HoldingRow> holdings = new ArrayList<>();

    /**
     * What was read.
     *
     * @param refusal why the file is not read, or null
     * @param roll null if the file is refused or has errors
     */
    public record CheckedRoll(
            @Nullable Refusal refusal,
            Findings findings,
            @Nullable TargetRoll roll) {}

    private RollFileCheck() {}

    /** @param workbook the bytes of the file; not kept */
    public static CheckedRoll check(byte[] workbook) {
        return new RollFileCheck().read(workbook);
    }

    private CheckedRoll read(byte[] workbook) {
        try (var file = WorkbookFile.open(workbook)) {
            for (var sheet : SHEETS)
                if (!file.sheetNames().contains(sheet.name()))
                    throw new UnreadableWorkbook(
                            Refusal.Code.SHEET_MISSING.saying("缺少工作表“%s”。请先导出名册，在导出的文件上修改。".formatted(sheet.name())));
            read(new SheetReader(file, findings));
        } catch (UnreadableWorkbook e) {
            return new CheckedRoll(e.refusal(), findings, null);
        }
        if (findings.formulaCount() > 0) return new CheckedRoll(Refusal.Code.FORMULA.refusal(), findings, null);
        if (findings.errorCount() > 0) return new CheckedRoll(null, findings, null);
        return new CheckedRoll(null, findings, new TargetRoll(buildings, units, holdings));
    }

    private void read(SheetReader reader) throws UnreadableWorkbook {
        var roll = new RollCheck(findings);
        reader.read(BuildingSheet.SHEET, row -> {
            roll.building(row);
            keep(row, BuildingSheet::building, buildings);
        });
        reader.read(UnitSheet.SHEET, row -> {
            roll.unit(row);
            keep(row, UnitSheet::unit, units);
        });
        var holders = new HolderCheck(roll, findings);
        reader.read(HolderSheet.SHEET, row -> {
            holders.holder(row);
            keep(row, HolderSheet::holding, holdings);
        });
        holders.finish();
    }

    private <T> void keep(SheetRow row, Function<SheetRow, T> meaning, List<T> rows) {
        // A row with a wrong cell has no meaning, and with one error nothing will be compared.
        if (findings.errorCount() == 0) rows.add(meaning.apply(row));
    }
}
