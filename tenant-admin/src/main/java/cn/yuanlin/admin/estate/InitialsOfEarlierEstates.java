package cn.yuanlin.admin.estate;

import java.sql.SQLException;
import liquibase.change.custom.CustomTaskChange;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.CustomChangeException;
import liquibase.exception.DatabaseException;
import liquibase.exception.ValidationErrors;
import liquibase.resource.ResourceAccessor;

/** Gives the estates their initials that were entered before there were any. Liquibase runs it, once. */
public final class InitialsOfEarlierEstates implements CustomTaskChange {
    @Override
    public void execute(Database database) throws CustomChangeException {
        var connection = (JdbcConnection) database.getConnection();
        try (var estates = connection.prepareStatement("select id, name from control.estate where initials = ''");
                var change = connection.prepareStatement("update control.estate set initials = ? where id = ?");
                var row = estates.executeQuery()) {
            while (row.next()) {
                change.setString(1, PinyinInitials.of(row.getString("name")));
                change.setObject(2, row.getObject("id"));
                change.executeUpdate();
            }
        } catch (SQLException | DatabaseException failed) {
            throw new CustomChangeException(failed);
        }
    }

    @Override
    public String getConfirmationMessage() {
        return "Estates can be found by their initials";
    }

    @Override
    public void setUp() {
        // Needs nothing.
    }

    @Override
    public void setFileOpener(ResourceAccessor files) {
        // Reads none.
    }

    @Override
    public ValidationErrors validate(Database database) {
        return new ValidationErrors();
    }
}
