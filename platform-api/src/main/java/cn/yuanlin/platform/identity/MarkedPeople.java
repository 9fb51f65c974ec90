package cn.yuanlin.platform.identity;

import cn.yuanlin.platform.access.Reverification;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Whom the control plane has marked. Who has no account of a resident has no number that could change hands. */
@Component
class MarkedPeople implements Reverification {
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final PeopleClient people;
    private final Clock clock;

    MarkedPeople(PeopleClient people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    @Override
    public boolean isNeededOf(String subject) {
        return people.isMarked(subject);
    }

    @Override
    public boolean isFreshOf(String subject) {
        return people.showedPhoneSince(subject, clock.instant().minus(FRESH));
    }
}
