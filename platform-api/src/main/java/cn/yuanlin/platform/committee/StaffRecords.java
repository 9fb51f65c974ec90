package cn.yuanlin.platform.committee;

import cn.yuanlin.platform.personaldata.PersonalRecords;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** A person's posts; they end with the account, and the name goes. */
@Component
class StaffRecords implements PersonalRecords {
    private static final String NOBODY = "已注销用户";

    private final StaffStore store;
    private final CommitteeStore committee;
    private final CommitteeRoles days;
    private final Clock clock;

    StaffRecords(StaffStore store, CommitteeStore committee, CommitteeRoles days, Clock clock) {
        this.store = store;
        this.committee = committee;
        this.days = days;
        this.clock = clock;
    }

    @Override
    public String section() {
        return "posts";
    }

    @Override
    public List<StaffAppointment> of(String subject) {
        return store.of(subject, MOST_ROWS);
    }

    @Override
    public void close(String subject) {
        committee.lock();
        store.endAll(subject, days.today(), "账号已注销", clock.instant());
        store.rename(subject, NOBODY);
    }
}
