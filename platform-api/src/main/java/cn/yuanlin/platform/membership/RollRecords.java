package cn.yuanlin.platform.membership;

import cn.yuanlin.platform.keys.EstateKeys;
import cn.yuanlin.platform.people.OwnEntries;
import cn.yuanlin.platform.people.OwnEntries.OwnEntry;
import cn.yuanlin.platform.personaldata.PersonalRecords;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What the roll has of a person. Only for who proved more than the phone: a number that has passed to somebody else must not fetch the
 * document of who had it before. Stays when the account goes.
 */
@Component
class RollRecords implements PersonalRecords {
    private final MembershipStore store;
    private final OwnEntries entries;
    private final EstateKeys keys;

    RollRecords(MembershipStore store, OwnEntries entries, EstateKeys keys) {
        this.store = store;
        this.entries = entries;
        this.keys = keys;
    }

    @Override
    public String section() {
        return "roll";
    }

    @Override
    public List<OwnEntry> of(String subject) {
        var persons = store.provenAs(subject);
        if (persons.isEmpty()) return List.of();
        var secrets = keys.current();
        return persons.stream()
                .flatMap(person -> entries.of(person, secrets).stream())
                .toList();
    }
}
