package cn.yuanlin.platform.people;

import cn.yuanlin.platform.access.Role;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/** A person's tie to the estate. Removed members stay, because others' acts name them. */
@Entity
class Member {
    enum State {
        ACTIVE,
        REMOVED
    }

    @Id
    private String subject;

    private String name;

    @Enumerated(EnumType.STRING)
    private State state;

    @ElementCollection
    @CollectionTable(name = "member_role", joinColumns = @JoinColumn(name = "subject"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = new HashSet<>();

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Member() {}

    Member(String subject, String name, Set<Role> roles) {
        this.subject = subject;
        this.name = name;
        this.state = State.ACTIVE;
        this.roles.addAll(roles);
    }

    /** @return false if the member is so already */
    boolean become(String newName, Set<Role> newRoles) {
        if (state == State.ACTIVE && name.equals(newName) && roles.equals(newRoles)) return false;
        name = newName;
        state = State.ACTIVE;
        roles.retainAll(newRoles);
        roles.addAll(newRoles);
        return true;
    }

    /** @return false if removed before */
    boolean remove() {
        if (state == State.REMOVED) return false;
        state = State.REMOVED;
        roles.clear();
        return true;
    }

    /** The row stays, because others' acts name it; the name goes. */
    void forgetName(String instead) {
        name = instead;
    }

    String subject() {
        return subject;
    }

    State state() {
        return state;
    }

    Set<Role> roles() {
        var copy = EnumSet.noneOf(Role.class);
        copy.addAll(roles);
        return copy;
    }
}
