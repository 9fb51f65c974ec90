package cn.yuanlin.platform.provisioning;

import cn.yuanlin.platform.tenancy.Estate;
import cn.yuanlin.platform.testing.TestCell;
import java.sql.Connection;
import java.sql.SQLException;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.changelog.ChangeSet;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;

/** What Liquibase itself makes of an estate's changelog, connected to the database. */
final class OlderSchema {
    private OlderSchema() {}

    /** Leaves the schema as a release had made it that knew only the first change sets. */
    static void remake(Estate estate, int changeSets) throws SQLException, LiquibaseException {
        var schema = estate.schema();
        try (var connection = TestCell.connect(TestCell.MIGRATOR);
                var statement = connection.createStatement()) {
            statement.execute("drop schema %1$s cascade; create schema %1$s".formatted(schema));
            liquibase(connection, schema).update(changeSets, new Contexts(), new LabelExpression());
            connection.setAutoCommit(true);
            statement.execute(
                    "update cell.estate set schema_version = %d where id = '%s'; select cell.grant_estate('%s')"
                            .formatted(changeSets, estate.id(), schema));
        }
    }

    /** Leaves the schema as the release had made it that did not know this change set yet. */
    static void remakeBefore(Estate estate, String changeSet) throws SQLException, LiquibaseException {
        remake(estate, before(estate, changeSet));
    }

    private static int before(Estate estate, String changeSet) throws SQLException, LiquibaseException {
        try (var connection = TestCell.connect(TestCell.MIGRATOR)) {
            var known = liquibase(connection, estate.schema()).getDatabaseChangeLog().getChangeSets().stream()
                    .map(ChangeSet::getId)
                    .toList();
            return known.indexOf(changeSet);
        }
    }

    /** How many change sets Liquibase would run. */
    static int missingIn(Estate estate) throws SQLException, LiquibaseException {
        try (var connection = TestCell.connect(TestCell.MIGRATOR)) {
            var liquibase = liquibase(connection, estate.schema());
            liquibase.validate();
            return liquibase
                    .listUnrunChangeSets(new Contexts(), new LabelExpression())
                    .size();
        }
    }

    private static Liquibase liquibase(Connection connection, String schema) throws SQLException, LiquibaseException {
        try (var statement = connection.createStatement()) {
            statement.execute("set search_path = " + schema);
        }
        var database = new PostgresDatabase();
        database.setConnection(new JdbcConnection(connection));
        return new Liquibase("db/estate/changelog.yaml", new ClassLoaderResourceAccessor(), database);
    }
}
