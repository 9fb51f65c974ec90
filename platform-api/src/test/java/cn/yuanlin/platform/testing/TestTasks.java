package cn.yuanlin.platform.testing;

import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The table of tasks, looked at from outside. */
public final class TestTasks {
    private TestTasks() {}

    /** Names of the tasks that are ordered for the subject, in any estate. */
    public static List<String> ordersOf(UUID subject) {
        try (var superuser = TestCell.connectAsSuperuser();
                var query = superuser.prepareStatement(
                        "select task_name from cell.scheduled_tasks where task_instance like '%/' || ?")) {
            query.setString(1, subject.toString());
            var names = new ArrayList<String>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) names.add(rows.getString(1));
            }
            return names;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** As if the pause that the subject's task makes were over; waits until it makes one. */
    public static void makeDue(UUID subject) {
        await().until(() -> hurried(subject) == 1);
    }

    private static int hurried(UUID subject) throws SQLException {
        try (var superuser = TestCell.connectAsSuperuser();
                var update = superuser.prepareStatement(
                        "update cell.scheduled_tasks set execution_time = now() where not picked and task_instance like '%/' || ?")) {
            update.setString(1, subject.toString());
            return update.executeUpdate();
        }
    }
}
