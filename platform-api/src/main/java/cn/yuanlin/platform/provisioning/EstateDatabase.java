package cn.yuanlin.platform.provisioning;

import liquibase.database.Database;
import liquibase.database.core.PostgresDatabase;
import liquibase.lockservice.OfflineLockService;

/**
 * A database for Liquibase in which it takes no lock: a roll-out holds one that ends with its session, while Liquibase's own is a row
 * that outlives a kill.
 */
final class EstateDatabase extends PostgresDatabase {
    /** Liquibase finds it among its services ({@code META-INF/services}) and makes it, so it is public. */
    public static final class NoLock extends OfflineLockService {
        @Override
        public boolean supports(Database database) {
            return database instanceof EstateDatabase;
        }

        @Override
        public int getPriority() {
            return Integer.MAX_VALUE;
        }
    }
}
