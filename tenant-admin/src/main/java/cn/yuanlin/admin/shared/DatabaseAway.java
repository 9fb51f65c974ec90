package cn.yuanlin.admin.shared;

import java.util.List;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells a database that is out of reach, or too busy to answer in time, from a fault of ours. */
public final class DatabaseAway {
    private static final List<Class<? extends RuntimeException>> KINDS = List.of(
            DataAccessResourceFailureException.class,
            TransientDataAccessException.class,
            CannotCreateTransactionException.class,
            TransactionSystemException.class);

    private DatabaseAway() {}

    /** True if the same may work later, unchanged. */
    public static boolean is(Throwable fault) {
        return KINDS.stream().anyMatch(kind -> kind.isInstance(fault));
    }
}
