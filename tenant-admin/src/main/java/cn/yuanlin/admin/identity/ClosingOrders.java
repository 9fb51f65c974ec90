package cn.yuanlin.admin.identity;

import cn.yuanlin.admin.job.Orders;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Orders to go through with an account's end. */
@Component
class ClosingOrders {
    static final String NAME = "account-closing";

    /** When the last access token of the person has died: what it did in the meantime is ended with the rest. */
    private static final Duration TOKENS_ARE_DEAD = Duration.ofMinutes(6);

    private final Orders orders;

    ClosingOrders(Orders orders) {
        this.orders = orders;
    }

    void place(UUID subject) {
        orders.placeLater(new TaskInstance<>(NAME, subject.toString()), TOKENS_ARE_DEAD);
    }
}
