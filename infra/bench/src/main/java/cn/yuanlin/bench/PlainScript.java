package cn.yuanlin.bench;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.database.DatabaseConnection;
import liquibase.database.OfflineConnection;
import liquibase.database.core.PostgresDatabase;
import liquibase.exception.LiquibaseException;
import liquibase.resource.DirectoryResourceAccessor;

/** The floor of provisioning: the estate changelog as one plain SQL text, made without the platform. */
final class PlainScript {
    private PlainScript() {}

    static String ofEstateChangelog(Path root) {
        try {
            var history = Files.createTempDirectory("bench").resolve("history.csv");
            var resources = new DirectoryResourceAccessor(root.resolve("platform-api/src/main/resources"));
            var database = new PostgresDatabase();
            database.setConnection((DatabaseConnection)
                    new OfflineConnection("offline:postgresql?version=18&changeLogFile=" + history, resources));
            var script = new StringWriter();
            new Liquibase("db/estate/changelog.yaml", resources, database)
                    .update(new Contexts(), new LabelExpression(), script);
            return script.toString();
        } catch (IOException | LiquibaseException fault) {
            throw new IllegalStateException("the estate changelog can't be read", fault);
        }
    }
}
