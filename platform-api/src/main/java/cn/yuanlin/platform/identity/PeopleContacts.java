package cn.yuanlin.platform.identity;

import cn.yuanlin.platform.message.ContactBook;
import cn.yuanlin.platform.shared.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells messages where to go, as the control plane knows it at that moment. */
@Component
class PeopleContacts implements ContactBook {
    private final PeopleClient people;

    PeopleContacts(PeopleClient people) {
        this.people = people;
    }

    @Override
    public Optional<Contact> of(String subject) {
        try {
            return people.contactOf(subject);
        } catch (ProblemException away) {
            throw new UncheckedIOException(new IOException("the control plane can't be asked now", away));
        }
    }
}
