package cn.yuanlin.platform.identity;

import cn.yuanlin.platform.access.Reverification;
import org.springframework.stereotype.Component;

/** Whom the control plane has marked. Who has no account of a resident has no number that could change hands. */
@Component
class MarkedPeople implements Reverification {
    private final PeopleClient people;

    MarkedPeople(PeopleClient people) {
        this.people = people;
    }

    @Override
    public boolean isNeededOf(String subject) {
        return people.isMarked(subject);
    }
}
