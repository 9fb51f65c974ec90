package cn.yuanlin.platform.committee;

import cn.yuanlin.platform.personaldata.PersonalRecords;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A person's offices; who holds one lays it down before closing the account. */
@Component
class CommitteeRecords implements PersonalRecords {
    private final CommitteeStore store;
    private final CommitteeRoles roles;

    CommitteeRecords(CommitteeStore store, CommitteeRoles roles) {
        this.store = store;
        this.roles = roles;
    }

    @Override
    public String section() {
        return "offices";
    }

    @Override
    public List<Appointment> of(String subject) {
        return store.appointmentsOf(subject, MOST_ROWS);
    }

    @Override
    public Optional<String> hinders(String subject) {
        var today = roles.today();
        if (roles.isInOffice(subject, today)) return Optional.of("您现在是业委会成员，请先办理辞任，再注销账号。");
        return roles.willBeInOffice(subject, today) ? Optional.of("您已被登记为业委会成员，即将任职，请先办理辞任，再注销账号。") : Optional.empty();
    }
}
