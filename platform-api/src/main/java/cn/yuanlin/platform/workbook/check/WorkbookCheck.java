package cn.yuanlin.platform.workbook.check;

import cn.yuanlin.platform.workbook.file.RawCell;
import cn.yuanlin.platform.workbook.file.Refusal;
import cn.yuanlin.platform.workbook.file.UnreadableWorkbook;
import cn.yuanlin.platform.workbook.file.WorkbookFile;
import cn.yuanlin.platform.workbook.sheet.BuildingSheet;
import cn.yuanlin.platform.workbook.sheet.CellRef;
import cn.yuanlin.platform.workbook.sheet.EstateSheet;
import cn.yuanlin.platform.workbook.sheet.Fault;
import cn.yuanlin.platform.workbook.sheet.Finding;
import cn.yuanlin.platform.workbook.sheet.Findings;
import cn.yuanlin.platform.workbook.sheet.HolderSheet;
import cn.yuanlin.platform.workbook.sheet.NoticeSheet;
import cn.yuanlin.platform.workbook.sheet.OpeningSheet;
import cn.yuanlin.platform.workbook.sheet.ProductSheet;
import cn.yuanlin.platform.workbook.sheet.SheetModel;
import cn.yuanlin.platform.workbook.sheet.SheetReader;
import cn.yuanlin.platform.workbook.sheet.SheetRow;
import cn.yuanlin.platform.workbook.sheet.ShopSheet;
import cn.yuanlin.platform.workbook.sheet.UnitSheet;
import cn.yuanlin.platform.workbook.sheet.WorkbookModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a workbook from end to end and finds everything that is wrong with it. */
public final class WorkbookCheck {
    private static final List<SheetModel> NEEDED = List.of(BuildingSheet.SHEET, UnitSheet.SHEET, HolderSheet.SHEET);

    private final Expected expected;
    private final Findings findings = new Findings();
    private final List<CheckedWorkbook.SheetCount> counts = new ArrayList<>();

    private int persons;
    private int funds;

    private WorkbookCheck(Expected expected) {
        this.expected = expected;
    }

    /** @param workbook the bytes of the file; not kept */
    public static CheckedWorkbook check(byte[] workbook, Expected expected) {
        return new WorkbookCheck(expected).check(workbook);
    }

    private CheckedWorkbook check(byte[] workbook) {
        try (var file = WorkbookFile.open(workbook)) {
            requireSheets(file);
            readSheets(file);
            readOtherSheets(file);
        } catch (UnreadableWorkbook e) {
            return checked(e.refusal());
        }
        if (findings.formulaCount() == 0) return checked(null);
        var words = "文件含有%d处公式（见列出的单元格）。请复制这些单元格，用“选择性粘贴—数值”粘贴回原处后再上传。".formatted(findings.formulaCount());
        return checked(Refusal.Code.FORMULA.saying(words));
    }

    private CheckedWorkbook checked(@Nullable Refusal refusal) {
        return new CheckedWorkbook(refusal, counts, persons, funds, findings);
    }

    private static void requireSheets(WorkbookFile file) throws UnreadableWorkbook {
        var missing = WorkbookModel.SHEETS.stream()
                .map(SheetModel::name)
                .filter(name -> !file.sheetNames().contains(name))
                .collect(Collectors.joining("”“"));
        if (!missing.isEmpty())
            throw new UnreadableWorkbook(
                    Refusal.Code.SHEET_MISSING.saying("缺少工作表“%s”。请下载模板，不要删除工作表或改它们的名字。".formatted(missing)));
    }

    private void readSheets(WorkbookFile file) throws UnreadableWorkbook {
        var reader = new SheetReader(file, findings);
        var roll = new RollCheck(findings);
        var lists = new ListChecks(expected.today());
        read(reader, EstateSheet.SHEET, this::estate);
        read(reader, BuildingSheet.SHEET, roll::building);
        read(reader, UnitSheet.SHEET, roll::unit);
        var holders = new HolderCheck(roll, findings);
        read(reader, HolderSheet.SHEET, holders::holder);
        holders.finish();
        persons = holders.persons();
        read(reader, ProductSheet.SHEET, lists::product);
        read(reader, ShopSheet.SHEET, lists::shop);
        read(reader, OpeningSheet.SHEET, lists::opening);
        funds = lists.funds();
        read(reader, NoticeSheet.SHEET, lists::notice);
    }

    private void read(SheetReader reader, SheetModel sheet, Consumer<SheetRow> rows) throws UnreadableWorkbook {
        var count = new int[1];
        reader.read(sheet, row -> {
            count[0]++;
            rows.accept(row);
        });
        counts.add(new CheckedWorkbook.SheetCount(sheet.name(), count[0]));
        if (count[0] == 0 && NEEDED.contains(sheet) && findings.errorCount(sheet.name()) == 0)
            findings.add(new Finding(sheet.name(), new CellRef(2, 0), "", Fault.SHEET_EMPTY, "这个工作表至少要填写一行"));
    }

    private void estate(SheetRow row) {
        var slug = row.get(EstateSheet.SLUG);
        if (slug != null && !slug.equals(expected.slug()))
            row.fault(EstateSheet.SLUG, Fault.SLUG_MISMATCH, "与登记的网址短名不一致，请确认没有传错工作簿");
        var name = row.get(EstateSheet.NAME);
        if (name != null && !name.equals(expected.name()))
            row.fault(EstateSheet.NAME, Fault.NAME_DIFFERS, "与登记的小区名称不一致，请确认没有传错工作簿");
        var rollDay = row.get(EstateSheet.ROLL_DAY);
        if (rollDay != null && rollDay.isAfter(expected.today()))
            row.fault(EstateSheet.ROLL_DAY, Fault.IN_FUTURE, "日期不能晚于今天");
    }

    /** Sheets that are not of the template: empty ones are harmless, others hold what would silently be lost. */
    private void readOtherSheets(WorkbookFile file) throws UnreadableWorkbook {
        for (int i = 0; i < file.sheetNames().size(); i++) {
            var name = file.sheetNames().get(i);
            if (WorkbookModel.find(name) != null) continue;
            boolean instructions = name.equals(WorkbookModel.INSTRUCTIONS);
            // Named by its place: the name is the clerk's own words and may be a person's.
            var place = instructions ? name : "第%d个工作表".formatted(i + 1);
            var reported = new boolean[] {instructions};
            file.read(name, row -> {
                for (var cell : row.cells())
                    if (cell.form() == RawCell.Form.FORMULA)
                        add(place, new CellRef(row.number(), cell.column()), Fault.FORMULA, "不能填公式");
                if (reported[0]) return;
                reported[0] = true;
                var at = new CellRef(row.number(), row.cells().getFirst().column());
                add(place, at, Fault.SHEET_UNKNOWN, "这个工作表不在模板中，内容不会导入，请删除或并入模板的工作表");
            });
        }
    }

    private void add(String place, CellRef at, Fault fault, String words) {
        findings.add(new Finding(place, at, "", fault, words));
    }
}
