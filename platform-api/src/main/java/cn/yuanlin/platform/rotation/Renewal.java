package cn.yuanlin.platform.rotation;

import cn.yuanlin.platform.keys.EstateKeys;
import cn.yuanlin.platform.keys.EstateSecrets;
import cn.yuanlin.platform.keys.SealedColumn;
import cn.yuanlin.platform.keys.SealedFiles;
import cn.yuanlin.platform.rotation.SealedRows.Place;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Encrypts anew, by slices, whatever a retired key has encrypted in the estate that is bound. */
@Component
class Renewal {
    private static final int ROWS_AT_ONCE = 200;
    /** Megabytes each. */
    private static final int FILES_AT_ONCE = 5;

    private final SealedRows rows;
    private final EstateKeys keys;
    private final List<SealedColumn> columns;
    private final List<SealedFiles> files;
    private final TransactionTemplate transaction;

    Renewal(
            SealedRows rows,
            EstateKeys keys,
            ObjectProvider<SealedColumn> columns,
            ObjectProvider<SealedFiles> files,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.keys = keys;
        this.columns = columns.stream().toList();
        this.files = files.stream().toList();
        this.transaction = transaction;
    }

    /** @return false if it came back because of {@code stopping} */
    boolean renew(List<byte[]> retired, BooleanSupplier stopping) {
        var secrets = keys.current();
        for (var place : places()) {
            var column = column(place);
            boolean whole = column.isPresent()
                    ? rows(place, column.get(), retired, secrets, stopping)
                    : files(place, retired, secrets, stopping);
            if (!whole) return false;
        }
        return true;
    }

    /** Whether anything still needs one of the keys. */
    boolean anyUnder(List<byte[]> prefixes) {
        return inTransaction(() -> rows.places().stream().anyMatch(place -> rows.anyUnder(place, prefixes)));
    }

    private boolean rows(
            Place place, SealedColumn column, List<byte[]> retired, EstateSecrets secrets, BooleanSupplier stopping) {
        int limit = column.form() == SealedColumn.Form.FILE ? FILES_AT_ONCE : ROWS_AT_ONCE;
        Optional<String> last = Optional.empty();
        do {
            if (stopping.getAsBoolean()) return false;
            var after = last.orElse(null);
            last = inTransaction(() -> rows.renewSome(place, column, retired, after, limit, secrets));
        } while (last.isPresent());
        return true;
    }

    private boolean files(Place place, List<byte[]> retired, EstateSecrets secrets, BooleanSupplier stopping) {
        var feature = files.stream()
                .filter(candidate -> candidate.table().equals(place.table()))
                .filter(candidate -> candidate.column().equals(place.column()))
                .findAny()
                .orElseThrow(() -> new IllegalStateException("no feature keeps " + place));
        do {
            if (stopping.getAsBoolean()) return false;
        } while (feature.renewSome(secrets, retired));
        return true;
    }

    private Optional<SealedColumn> column(Place place) {
        return columns.stream()
                .filter(column -> column.table().equals(place.table()))
                .filter(column -> column.column().equals(place.column()))
                .findAny();
    }

    private List<Place> places() {
        return inTransaction(rows::places);
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
