package cn.yuanlin.platform.workbook;

import cn.yuanlin.platform.tenancy.CurrentEstate;
import cn.yuanlin.platform.tenancy.Estate;
import cn.yuanlin.platform.workbook.ImportRecords.Imported;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings a staged workbook into its estate: all of it in one transaction, or nothing; once, however often it is asked for. */
@Component
class WorkbookImport {
    private final StagedWorkbooks staging;
    private final Workbooks workbooks;
    private final ReadingTurns turns;
    private final ImportRecords records;
    private final EstateFilling filling;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** What became of an import. */
    sealed interface ImportOutcome {
        /** Now or at an earlier call. */
        record Done(ImportCounts counts) implements ImportOutcome {}

        record NotStaged() implements ImportOutcome {}

        record NotImportable(int errors) implements ImportOutcome {}

        record AnotherWorkbookWas() implements ImportOutcome {}

        record WithoutSchema() implements ImportOutcome {}
    }

    WorkbookImport(
            StagedWorkbooks staging,
            Workbooks workbooks,
            ReadingTurns turns,
            ImportRecords records,
            EstateFilling filling,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.staging = staging;
        this.workbooks = workbooks;
        this.turns = turns;
        this.records = records;
        this.filling = filling;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    ImportOutcome importInto(Estate estate, UUID workbook) {
        if (estate.schemaVersion() == null) return new ImportOutcome.WithoutSchema();
        var earlier = inEstate(estate, records::find);
        if (earlier.isPresent()) return answer(earlier.get(), workbook);
        var staged = staging.find(estate.id(), workbook);
        if (staged.isEmpty()) return new ImportOutcome.NotStaged();
        try (var turn = turns.take()) {
            // Checked again: days have passed since the dry run, and the registered slug may have changed.
            var opened = workbooks.open(estate, workbook, staged.get());
            if (!opened.checked().isImportable())
                return new ImportOutcome.NotImportable(
                        opened.checked().findings().errorCount());
            return write(estate, workbook, opened);
        }
    }

    private ImportOutcome write(Estate estate, UUID workbook, Workbooks.Opened opened) {
        var imported = new Imported(workbook, opened.staged().sha256(), ImportCounts.of(opened.checked()));
        var earlier = inEstate(estate, () -> {
            // First of all: whoever imports at the same time waits for this row.
            if (!records.enter(imported, clock.instant())) return records.find();
            filling.fill(workbook, opened.bytes());
            return Optional.<Imported>empty();
        });
        return earlier.map(other -> answer(other, workbook)).orElseGet(() -> new ImportOutcome.Done(imported.counts()));
    }

    private static ImportOutcome answer(Imported earlier, UUID workbook) {
        return earlier.workbook().equals(workbook)
                ? new ImportOutcome.Done(earlier.counts())
                : new ImportOutcome.AnotherWorkbookWas();
    }

    private <T> Optional<T> inEstate(Estate estate, Supplier<Optional<T>> work) {
        var result = CurrentEstate.call(estate, () -> transaction.execute(status -> work.get()));
        return Objects.requireNonNull(result);
    }
}
