package cn.yuanlin.platform.provisioning;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.Objects;
import java.util.function.Supplier;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.ThreadLocalScopeManager;
import liquibase.database.DatabaseConnection;
import liquibase.database.OfflineConnection;
import liquibase.database.core.PostgresDatabase;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The change sets of an estate's schema, and the script they make for an empty one. */
@Component
class Changelog {
    private final String file;
    private final int minimum;
    private final ThreadLocalScopeManager scopes = new ThreadLocalScopeManager(Scope.getCurrentScope());
    private final Supplier<Release> release = SingletonSupplier.of(this::read);

    /**
     * @param version how many change sets there are
     * @param script creates everything on the search path, with the rows by which Liquibase later knows that it is there
     */
    record Release(int version, String script) {}

    Changelog(@Value("${yuanlin.schema.changelog}") String file, @Value("${yuanlin.schema.minimum}") int minimum) {
        this.file = file;
        this.minimum = minimum;
    }

    String file() {
        return file;
    }

    int minimum() {
        return minimum;
    }

    /** Made once, when the first estate needs it. */
    Release release() {
        return Objects.requireNonNull(release.get());
    }

    /**
     * Gives the calling thread a scope of its own. By itself Liquibase shares one among all threads that descend from the one that
     * first used it, and two updates at a time then trip over each other.
     */
    void useOwnScope() {
        Scope.setScopeManager(scopes);
    }

    private Release read() {
        useOwnScope();
        try {
            // Liquibase keeps what an offline database "has" in a file; an absent one stands for an empty schema.
            var folder = Files.createTempDirectory("yuanlin-changelog");
            var history = folder.resolve("history.csv");
            try {
                return read("offline:postgresql?version=18&outputLiquibaseSql=all&changeLogFile=" + history);
            } finally {
                Files.deleteIfExists(history);
                Files.delete(folder);
            }
        } catch (IOException | LiquibaseException broken) {
            throw new IllegalStateException("the estate changelog can't be read", broken);
        }
    }

    private Release read(String offlineUrl) throws LiquibaseException {
        var resources = new ClassLoaderResourceAccessor();
        var database = new PostgresDatabase();
        database.setConnection((DatabaseConnection) new OfflineConnection(offlineUrl, resources));
        var script = new StringWriter();
        var liquibase = new Liquibase(file, resources, database);
        liquibase.update(new Contexts(), new LabelExpression(), script);
        return new Release(liquibase.getDatabaseChangeLog().getChangeSets().size(), script.toString());
    }
}
