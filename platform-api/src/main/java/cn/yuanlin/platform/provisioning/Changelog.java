package cn.yuanlin.platform.provisioning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.ThreadLocalScopeManager;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.changelog.ChangeSet;
import liquibase.database.DatabaseConnection;
import liquibase.database.OfflineConnection;
import liquibase.database.core.PostgresDatabase;
import liquibase.exception.LiquibaseException;
import liquibase.executor.ExecutorService;
import liquibase.lockservice.LockServiceFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The change sets of an estate's schema as scripts: one for an empty schema, one for each state that schemas of older releases are in.
 * Liquibase writes them, without a database and once; what is left for each estate is to run one.
 */
@Component
class Changelog {
    private static final int STATES_KEPT = 50;

    private final String file;
    private final int minimum;
    private final ThreadLocalScopeManager scopes = new ThreadLocalScopeManager(Scope.getCurrentScope());
    private final Supplier<Release> release = SingletonSupplier.of(this::read);
    private final Cache<List<RanChangeSet>, String> updates =
            Caffeine.newBuilder().maximumSize(STATES_KEPT).build();

    /**
     * @param version how many change sets there are
     * @param script creates everything on the search path, with the rows by which Liquibase later knows that it is there
     */
    record Release(int version, String script) {}

    /** A row of an estate's {@code databasechangelog}; all of them in their order are the state of a schema. */
    record RanChangeSet(
            String id,
            String author,
            String filename,
            int order,
            @Nullable String checksum) {
        private String csv() {
            // What ran can't be compared any more; Liquibase, connected, would take the file's word for it.
            if (checksum == null) throw new IllegalStateException(id + " ran without leaving a checksum");
            return String.join(",", quoted(id), quoted(author), quoted(filename), "2026-01-01T00:00:00")
                    + ",%d,EXECUTED,%s,,,,,,,\n".formatted(order, quoted(checksum));
        }

        private static String quoted(String text) {
            return '"' + text.replace("\"", "\"\"") + '"';
        }
    }

    Changelog(@Value("${yuanlin.schema.changelog}") String file, @Value("${yuanlin.schema.minimum}") int minimum) {
        this.file = file;
        this.minimum = minimum;
    }

    int minimum() {
        return minimum;
    }

    /** Made once, when the first estate needs it. */
    Release release() {
        return Objects.requireNonNull(release.get());
    }

    /**
     * What brings a schema in this state to the release, with the rows in {@code databasechangelog}. Made once for each state.
     *
     * @throws IllegalStateException if the state is none of this changelog's, such as a change set that was altered after it
     *     ran, or has no checksum
     */
    String updateFrom(List<RanChangeSet> state) {
        return Objects.requireNonNull(updates.get(List.copyOf(state), this::update));
    }

    private Release read() {
        var script = new StringWriter();
        var changeSets = offline(List.of(), "all", script);
        return new Release(changeSets.size(), script.toString());
    }

    private String update(List<RanChangeSet> state) {
        var script = new StringWriter();
        offline(state, "data_only", script);
        return script.toString();
    }

    /**
     * Liquibase keeps what an offline database "has" in a file; an absent one stands for an empty schema. One run at a time: at the end of
     * each, Liquibase takes away from all others what they write with.
     */
    private synchronized List<ChangeSet> offline(List<RanChangeSet> state, String ownTables, StringWriter script) {
        try {
            var folder = Files.createTempDirectory("yuanlin-changelog");
            var history = folder.resolve("history.csv");
            try {
                if (!state.isEmpty()) Files.writeString(history, csv(state));
                return run(history, ownTables, script);
            } finally {
                Files.deleteIfExists(history);
                Files.delete(folder);
            }
        } catch (IOException noRoom) {
            throw new UncheckedIOException(noRoom);
        } catch (LiquibaseException broken) {
            throw new IllegalStateException("the estate changelog can't be read", broken);
        }
    }

    private List<ChangeSet> run(Path history, String ownTables, StringWriter script) throws LiquibaseException {
        // By itself Liquibase shares a scope among all threads that descend from the one that first used it.
        Scope.setScopeManager(scopes);
        forgetEarlierRun();
        var resources = new ClassLoaderResourceAccessor();
        var database = new PostgresDatabase();
        database.setConnection((DatabaseConnection) new OfflineConnection(
                "offline:postgresql?version=18&outputLiquibaseSql=%s&changeLogFile=%s".formatted(ownTables, history),
                resources));
        var liquibase = new Liquibase(file, resources, database);
        liquibase.update(new Contexts(), new LabelExpression(), script);
        var changeSets = liquibase.getDatabaseChangeLog().getChangeSets();
        changeSets.forEach(Changelog::requirePlain);
        return changeSets;
    }

    /** After a run that failed Liquibase would go on with what that one wrote with, which is gone. */
    private static void forgetEarlierRun() {
        var scope = Scope.getCurrentScope();
        LockServiceFactory.getInstance().resetAll();
        scope.getSingleton(ChangeLogHistoryServiceFactory.class).resetAll();
        scope.getSingleton(ExecutorService.class).reset();
    }

    /** A script is run in one transaction and asks no questions. */
    private static void requirePlain(ChangeSet changeSet) {
        var preconditions = changeSet.getPreconditions();
        if (!changeSet.isRunInTransaction()
                || preconditions != null
                        && !preconditions.getNestedPreconditions().isEmpty())
            throw new IllegalStateException(changeSet + " needs a transaction of its own or has preconditions");
    }

    private static String csv(List<RanChangeSet> state) {
        var csv = new StringBuilder(
                        "ID,AUTHOR,FILENAME,DATEEXECUTED,ORDEREXECUTED,EXECTYPE,MD5SUM,DESCRIPTION,COMMENTS,")
                .append("TAG,LIQUIBASE,CONTEXTS,LABELS,DEPLOYMENT_ID\n");
        state.forEach(row -> csv.append(row.csv()));
        return csv.toString();
    }
}
