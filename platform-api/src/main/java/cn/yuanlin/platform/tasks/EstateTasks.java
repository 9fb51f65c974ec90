package cn.yuanlin.platform.tasks;

import cn.yuanlin.platform.tenancy.CellRole;
import cn.yuanlin.platform.tenancy.CurrentEstate;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Orders work for the estate that is bound. */
@Component
public class EstateTasks {
    private final CellRole registrar;

    EstateTasks(@Qualifier("registrar") CellRole registrar) {
        this.registrar = registrar;
    }

    /**
     * Orders the work once, in a transaction of its own, which may be inside one of the estate: order first and commit later, or order
     * from an event's listener. The same order again changes nothing.
     *
     * @param task the {@linkplain EstateTask#name() name}
     */
    public void order(String task, UUID subject, Instant dueAt) {
        var instance = new TaskKey(CurrentEstate.get().id(), subject).toString();
        // db-scheduler's own client doesn't commit where auto-commit is off.
        registrar.run(jdbc ->
                jdbc.sql("""
                        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                        values (?, ?, ?, false, 1) on conflict do nothing
                        """).params(task, instance, Timestamp.from(dueAt)).update());
    }
}
