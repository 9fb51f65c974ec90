package cn.yuanlin.platform.workbook;

import cn.yuanlin.platform.access.Caller;
import cn.yuanlin.platform.audit.AuditTrail;
import cn.yuanlin.platform.keys.EstateKeys;
import cn.yuanlin.platform.keys.EstateSecrets;
import cn.yuanlin.platform.membership.RollReadings;
import cn.yuanlin.platform.people.RollDifference;
import cn.yuanlin.platform.people.RollRows;
import cn.yuanlin.platform.people.RollUpdate;
import cn.yuanlin.platform.people.RollUpdate.UpdateOutcome;
import cn.yuanlin.platform.people.TargetRoll;
import cn.yuanlin.platform.tasks.EstateTasks;
import cn.yuanlin.platform.workbook.check.RollFileCheck;
import cn.yuanlin.platform.workbook.template.RollWorkbook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The roll goes out as a workbook, comes back changed, is shown as a difference, and is applied as it was shown. */
@Service
class RollWorkbooks {
    /** Largest file of a roll in bytes; a roll of 5,000 units takes a tenth of it. */
    static final int MAX_BYTES = 5 << 20;

    private static final int MOST_WAITING = 5;
    static final String KIND = "preview";

    private final RollUpdate update;
    private final RollRows rows;
    private final RollReadings readings;
    private final PreviewStore store;
    private final EstateTasks tasks;
    private final ReadingTurns turns;
    private final EstateKeys keys;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** What became of an upload. */
    sealed interface PreviewOutcome {
        record Shown(RollPreview preview) implements PreviewOutcome {}

        /** There is no roll yet, or the estate's schema keeps no history of it. */
        record NoRoll() implements PreviewOutcome {}
    }

    /** What became of a preview that was to be applied. */
    sealed interface ApplyOutcome {
        record Applied(RollDifference difference) implements ApplyOutcome {}

        record Unknown() implements ApplyOutcome {}

        /** The roll was changed since the difference was shown. */
        record Moved() implements ApplyOutcome {}

        record NothingChanges() implements ApplyOutcome {}
    }

    /** What became of taking the roll out. */
    sealed interface ExportOutcome {
        /** @param state of the roll that everybody on it was told of */
        record Granted(UUID state) implements ExportOutcome {}

        /** There is no roll yet, or the estate's schema keeps no history of it. */
        record NoRoll() implements ExportOutcome {}

        record TooMany() implements ExportOutcome {}
    }

    RollWorkbooks(
            RollUpdate update,
            RollRows rows,
            RollReadings readings,
            PreviewStore store,
            EstateTasks tasks,
            ReadingTurns turns,
            EstateKeys keys,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.update = update;
        this.rows = rows;
        this.readings = readings;
        this.store = store;
        this.tasks = tasks;
        this.turns = turns;
        this.keys = keys;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Reads a changed roll and keeps it for a day, if it can be applied; changes nothing. */
    PreviewOutcome preview(byte[] file, Caller by) {
        try (var turn = turns.take()) {
            var checked = RollFileCheck.check(file);
            var roll = checked.roll();
            if (roll == null) return new PreviewOutcome.Shown(RollPreview.of(null, checked, null));
            var secrets = keys.current();
            return Objects.requireNonNull(transaction.execute(status -> {
                var basedOn = update.state();
                if (basedOn.isEmpty()) return new PreviewOutcome.NoRoll();
                var difference = update.compare(roll);
                var id = keep(file, basedOn.get(), by, secrets);
                audit.note(by.subject(), "roll.preview", "preview", id, Map.of());
                return new PreviewOutcome.Shown(RollPreview.of(id, checked, difference));
            }));
        }
    }

    private UUID keep(byte[] file, UUID basedOn, Caller by, EstateSecrets secrets) {
        var id = store.newId();
        var now = clock.instant();
        store.insert(id, now, by.subject(), sha256(file), new PreviewStore.Kept(basedOn, encrypted(file, id, secrets)));
        store.forget(now.minus(StalePreviews.KEPT), MOST_WAITING);
        // Ordered before the commit: cut off between the two, there is an order too many, not a preview that stays.
        tasks.order(StalePreviews.NAME, id, now.plus(StalePreviews.KEPT));
        return id;
    }

    /** Applies what was shown, all or nothing. */
    ApplyOutcome apply(UUID preview, String reason, Caller by) {
        try (var turn = turns.take()) {
            var since = clock.instant().minus(StalePreviews.KEPT);
            var kept = Objects.requireNonNull(transaction.execute(
                    // A schema that keeps no history yet keeps no previews either.
                    status -> update.state().flatMap(state -> store.find(preview, since))));
            if (kept.isEmpty()) return new ApplyOutcome.Unknown();
            var checked = RollFileCheck.check(decrypted(kept.get().content(), preview, keys.current()));
            TargetRoll roll = checked.roll();
            if (roll == null) throw new IllegalStateException("an unchecked roll was kept");
            return Objects.requireNonNull(transaction.execute(
                    status -> answer(update.apply(roll, kept.get().basedOn(), by.subject(), reason), preview, by)));
        }
    }

    private ApplyOutcome answer(UpdateOutcome outcome, UUID preview, Caller by) {
        return switch (outcome) {
            case UpdateOutcome.Applied applied -> {
                store.delete(preview);
                audit.note(by.subject(), "roll.import", "preview", preview, Map.of("event", applied.event()));
                yield new ApplyOutcome.Applied(applied.difference());
            }
            case UpdateOutcome.Moved() -> new ApplyOutcome.Moved();
            case UpdateOutcome.NothingChanges() -> new ApplyOutcome.NothingChanges();
        };
    }

    /** Leaves rows that tell everybody on the roll who takes it out and why; they stay, whatever becomes of the rest. */
    ExportOutcome takeOut(String reason, Caller by) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var state = update.state();
            if (state.isEmpty()) return new ExportOutcome.NoRoll();
            var export = store.newId();
            if (!readings.record(export, by, reason)) return new ExportOutcome.TooMany();
            audit.note(by.subject(), "roll.export", "roll", "current", Map.of("reason", reason, "export", export));
            return new ExportOutcome.Granted(state.get());
        }));
    }

    /**
     * Writes the roll in plain, as it is at one moment.
     *
     * @param granted the state of which everybody was told: who has come onto the roll since was not
     * @throws cn.yuanlin.platform.shared.ProblemException if the roll is another one by now; nothing is written
     */
    void write(OutputStream out, UUID granted) {
        transaction.executeWithoutResult(status -> {
            rows.freeze();
            if (update.state().filter(granted::equals).isEmpty())
                throw WorkbookProblem.ROLL_MOVED_ON.problem().raise();
            try {
                RollWorkbook.write(rows, out);
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        });
    }

    private static byte[] encrypted(byte[] file, UUID id, EstateSecrets secrets) {
        var kept = new ByteArrayOutputStream(file.length + (1 << 16));
        try (var out = secrets.encrypting(kept, KIND, id)) {
            out.write(file);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return kept.toByteArray();
    }

    private static byte[] decrypted(byte[] kept, UUID id, EstateSecrets secrets) {
        try (var in = secrets.decrypting(new ByteArrayInputStream(kept), KIND, id)) {
            return in.readAllBytes();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static byte[] sha256(byte[] file) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(file);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
