package cn.yuanlin.platform.workbook;

import cn.yuanlin.platform.disclosure.NoticeImport;
import cn.yuanlin.platform.events.EstateEvents;
import cn.yuanlin.platform.people.RollImport;
import cn.yuanlin.platform.profile.ProfileImport;
import cn.yuanlin.platform.shop.CatalogueImport;
import cn.yuanlin.platform.workbook.file.UnreadableWorkbook;
import cn.yuanlin.platform.workbook.file.WorkbookFile;
import cn.yuanlin.platform.workbook.sheet.BuildingSheet;
import cn.yuanlin.platform.workbook.sheet.EstateSheet;
import cn.yuanlin.platform.workbook.sheet.Findings;
import cn.yuanlin.platform.workbook.sheet.HolderSheet;
import cn.yuanlin.platform.workbook.sheet.NoticeSheet;
import cn.yuanlin.platform.workbook.sheet.OpeningSheet;
import cn.yuanlin.platform.workbook.sheet.ProductSheet;
import cn.yuanlin.platform.workbook.sheet.SheetModel;
import cn.yuanlin.platform.workbook.sheet.SheetReader;
import cn.yuanlin.platform.workbook.sheet.SheetRow;
import cn.yuanlin.platform.workbook.sheet.UnitSheet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hands the rows of a checked workbook to the features they belong to, some hundred at a time, in the caller's transaction. */
@Component
class EstateFilling {
    private static final int BATCH = 500;
    private static final String BY_WHOM = "小区上线";

    private final ProfileImport profile;
    private final RollImport roll;
    private final CatalogueImport catalogue;
    private final NoticeImport notices;
    private final EstateEvents events;

    EstateFilling(
            ProfileImport profile,
            RollImport roll,
            CatalogueImport catalogue,
            NoticeImport notices,
            EstateEvents events) {
        this.profile = profile;
        this.roll = roll;
        this.catalogue = catalogue;
        this.notices = notices;
        this.events = events;
    }

    /** @throws IllegalStateException if the workbook was not checked before */
    void fill(UUID workbook, byte[] bytes) {
        try (var file = WorkbookFile.open(bytes)) {
            var findings = new Findings();
            var reader = new SheetReader(file, findings);
            var rollDay = new AtomicReference<@Nullable LocalDate>();
            reader.read(EstateSheet.SHEET, row -> {
                profile.put(EstateSheet.profile(row));
                rollDay.set(row.get(EstateSheet.ROLL_DAY));
            });
            each(reader, BuildingSheet.SHEET, BuildingSheet::building, roll::addBuildings);
            each(reader, UnitSheet.SHEET, UnitSheet::unit, roll::addUnits);
            each(reader, HolderSheet.SHEET, HolderSheet::holding, roll::addHoldings);
            roll.freeze(BY_WHOM, "小区上线工作簿 " + workbook, rollDay.get());
            each(reader, ProductSheet.SHEET, ProductSheet::product, catalogue::add);
            each(reader, NoticeSheet.SHEET, NoticeSheet::notice, notices::add);
            declareOpenings(reader, workbook);
            if (findings.errorCount() > 0) throw new IllegalStateException("an unchecked workbook");
        } catch (UnreadableWorkbook e) {
            throw new IllegalStateException("an unchecked workbook", e);
        }
    }

    private void declareOpenings(SheetReader reader, UUID workbook) throws UnreadableWorkbook {
        var openings = new ArrayList<OpeningBalancesDeclared.Opening>();
        reader.read(OpeningSheet.SHEET, row -> openings.add(opening(row)));
        if (!openings.isEmpty()) events.publish(new OpeningBalancesDeclared(workbook, List.copyOf(openings)));
    }

    private static OpeningBalancesDeclared.Opening opening(SheetRow row) {
        var voucher = row.get(OpeningSheet.VOUCHER);
        return new OpeningBalancesDeclared.Opening(
                row.require(OpeningSheet.FUND).name(),
                row.require(OpeningSheet.ITEM),
                row.require(OpeningSheet.AMOUNT).fen(),
                row.require(OpeningSheet.DATE),
                voucher == null ? "" : voucher);
    }

    private static <T> void each(
            SheetReader reader, SheetModel sheet, Function<SheetRow, T> meaning, Consumer<List<T>> target)
            throws UnreadableWorkbook {
        var batch = new ArrayList<T>(BATCH);
        reader.read(sheet, row -> {
            batch.add(meaning.apply(row));
            if (batch.size() < BATCH) return;
            target.accept(List.copyOf(batch));
            batch.clear();
        });
        if (!batch.isEmpty()) target.accept(List.copyOf(batch));
    }
}
