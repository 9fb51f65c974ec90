package cn.yuanlin.platform.workbook;

import cn.yuanlin.platform.tenancy.Estate;
import cn.yuanlin.platform.workbook.check.CheckedWorkbook;
import cn.yuanlin.platform.workbook.check.Expected;
import cn.yuanlin.platform.workbook.check.WorkbookCheck;
import cn.yuanlin.platform.workbook.file.Refusal;
import cn.yuanlin.platform.workbook.file.UnreadableWorkbook;
import cn.yuanlin.platform.workbook.file.WorkbookFile;
import cn.yuanlin.platform.workbook.sheet.EstateSheet;
import cn.yuanlin.platform.workbook.sheet.Findings;
import cn.yuanlin.platform.workbook.sheet.SheetModel;
import cn.yuanlin.platform.workbook.sheet.SheetReader;
import cn.yuanlin.platform.workbook.sheet.SheetRow;
import cn.yuanlin.platform.workbook.sheet.ShopRow;
import cn.yuanlin.platform.workbook.sheet.ShopSheet;
import cn.yuanlin.platform.workbook.template.MarkedCopy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What can be done with a workbook before it is imported. Nothing here writes into an estate's schema. */
@Component
class Workbooks {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final StagedWorkbooks staging;
    private final ReadingTurns turns;
    private final Clock clock;

    /** What became of an upload. */
    sealed interface UploadOutcome {
        record Checked(WorkbookReport report) implements UploadOutcome {}

        record TooLarge() implements UploadOutcome {}

        record Overtaken() implements UploadOutcome {}

        record EstateOpen() implements UploadOutcome {}
    }

    /** What a staged workbook gave. */
    sealed interface ReadOutcome<T> {
        default <R> ReadOutcome<R> map(Function<T, R> use) {
            return switch (this) {
                case Read<T>(var content) -> new Read<>(use.apply(content));
                case NotStaged<T>() -> new NotStaged<>();
                case Unusable<T>(var why) -> new Unusable<>(why);
            };
        }

        record Read<T>(T content) implements ReadOutcome<T> {}

        record NotStaged<T>() implements ReadOutcome<T> {}

        /** It can't be read, or what was asked for has errors. */
        record Unusable<T>(String why) implements ReadOutcome<T> {}
    }

    record CommitteeContact(String name) {
        @Override
        public String toString() {
            return "CommitteeContact[]";
        }
    }

    /** A workbook in plain, and what a check found in it. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared; copying 20 MB would double what an open workbook takes.
    record Opened(byte[] bytes, StagedWorkbooks.Staged staged, CheckedWorkbook checked) {}

    /** Where a copy goes; opened only when there is one. */
    @FunctionalInterface
    interface Sink {
        OutputStream open() throws IOException;
    }

    Workbooks(StagedWorkbooks staging, ReadingTurns turns, Clock clock) {
        this.staging = staging;
        this.turns = turns;
        this.clock = clock;
    }

    /** Stages the upload in the place of an earlier one and checks it. */
    UploadOutcome upload(Estate estate, UUID workbook, InputStream body) throws IOException {
        return switch (staging.stage(estate.id(), workbook, body)) {
            case StagedWorkbooks.StageOutcome.TooLarge() -> new UploadOutcome.TooLarge();
            case StagedWorkbooks.StageOutcome.Overtaken() -> new UploadOutcome.Overtaken();
            case StagedWorkbooks.StageOutcome.EstateOpen() -> new UploadOutcome.EstateOpen();
            case StagedWorkbooks.StageOutcome.Done(var staged) -> {
                try (var turn = turns.take()) {
                    var opened = open(estate, workbook, staged);
                    yield new UploadOutcome.Checked(WorkbookReport.of(workbook, staged, opened.checked()));
                }
            }
        };
    }

    Optional<StagedWorkbooks.Staged> find(Estate estate, UUID workbook) {
        return staging.find(estate.id(), workbook);
    }

    /** Writes the upload with its errors marked. */
    ReadOutcome<CheckedWorkbook> markedCopy(Estate estate, UUID workbook, Sink sink) throws IOException {
        var staged = staging.find(estate.id(), workbook);
        if (staged.isEmpty()) return new ReadOutcome.NotStaged<>();
        try (var turn = turns.take()) {
            var opened = open(estate, workbook, staged.get());
            var refusal = opened.checked().refusal();
            if (refusal != null && refusal.code() != Refusal.Code.FORMULA)
                return new ReadOutcome.Unusable<>(refusal.message());
            try (var out = sink.open()) {
                MarkedCopy.write(opened.bytes(), opened.checked().findings(), out);
            }
            return new ReadOutcome.Read<>(opened.checked());
        } catch (UnreadableWorkbook e) {
            return new ReadOutcome.Unusable<>(e.refusal().message());
        }
    }

    /** Sheet 小店, whole: it was read from one file within its limit of rows. */
    ReadOutcome<List<ShopRow>> shops(Estate estate, UUID workbook) {
        return read(estate, workbook, ShopSheet.SHEET, ShopSheet::shop);
    }

    /** Whom to invite first. Personal: to be handed on, never kept or logged. */
    ReadOutcome<CommitteeContact> committeeContact(Estate estate, UUID workbook) {
        return read(
                        estate,
                        workbook,
                        EstateSheet.SHEET,
                        row -> new CommitteeContact(row.require(EstateSheet.COMMITTEE_NAME)))
                .map(List::getFirst);
    }

    /** For a caller that has a turn. */
    Opened open(Estate estate, UUID workbook, StagedWorkbooks.Staged staged) {
        var bytes = staging.read(estate.id(), workbook, staged);
        var today = LocalDate.ofInstant(clock.instant(), SHANGHAI);
        return new Opened(bytes, staged, WorkbookCheck.check(bytes, new Expected(estate.slug(), estate.name(), today)));
    }

    private <T> ReadOutcome<List<T>> read(
            Estate estate, UUID workbook, SheetModel sheet, Function<SheetRow, T> meaning) {
        var staged = staging.find(estate.id(), workbook);
        if (staged.isEmpty()) return new ReadOutcome.NotStaged<>();
        try (var turn = turns.take();
                var file = WorkbookFile.open(staging.read(estate.id(), workbook, staged.get()))) {
            if (!file.sheetNames().contains(sheet.name()))
                return new ReadOutcome.Unusable<>(
                        Refusal.Code.SHEET_MISSING.refusal().message());
            var findings = new Findings();
            var rows = new ArrayList<T>();
            new SheetReader(file, findings).read(sheet, row -> {
                // A row with a wrong cell has no meaning.
                if (findings.errorCount() == 0) rows.add(meaning.apply(row));
            });
            return findings.errorCount() == 0
                    ? new ReadOutcome.Read<>(rows)
                    : new ReadOutcome.Unusable<>("工作表“%s”还有错误，请修改后重新上传。".formatted(sheet.name()));
        } catch (UnreadableWorkbook e) {
            return new ReadOutcome.Unusable<>(e.refusal().message());
        }
    }
}
