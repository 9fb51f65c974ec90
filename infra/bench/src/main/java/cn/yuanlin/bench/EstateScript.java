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

/**
 * The floor of making an estate's schema: the statements that do it, as one plain text, made from the changelog without the
 * platform.
 *
 * @param tables what Liquibase generates from the changelog, with the rows by which it later knows that all is there
 */
record EstateScript(String tables) {
    static EstateScript of(Path root) {
        try {
            var history = Files.createTempDirectory("bench").resolve("history.csv");
            var resources = new DirectoryResourceAccessor(root.resolve("platform-api/src/main/resources"));
            var database = new PostgresDatabase();
            database.setConnection((DatabaseConnection) new OfflineConnection(
                    "offline:postgresql?version=18&outputLiquibaseSql=all&changeLogFile=" + history, resources));
            var script = new StringWriter();
            new Liquibase("db/estate/changelog.yaml", resources, database)
                    .update(new Contexts(), new LabelExpression(), script);
            return new EstateScript(script.toString());
        } catch (IOException | LiquibaseException fault) {
            throw new IllegalStateException("the estate changelog can't be read", fault);
        }
    }

    /** Schema and tables only: what an estate without a role of its own would take. */
    String withoutRole(String schema) {
        return "create schema %1$s; set local search_path = %1$s; %2$s".formatted(schema, tables);
    }

    /** Role, schema, tables, grants: everything an estate's database part consists of. */
    String whole(String cell, String schema) {
        return """
                create role %2$s nologin;
                grant %1$s_estate to %2$s with inherit true, set false;
                grant %2$s to %1$s_app with inherit false, set true;
                """.formatted(cell, schema) + withoutRole(schema) + "; select cell.grant_estate('" + schema + "')";
    }
}
