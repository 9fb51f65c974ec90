package cn.yuanlin.platform.personaldata;

import cn.yuanlin.platform.personaldata.OwnData.ClosingOutcome.Hindered;
import cn.yuanlin.platform.tenancy.CurrentEstate;
import cn.yuanlin.platform.tenancy.KnownPeople;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Lets a person go from every estate of the cell that keeps anything of them: also where they only asked to be let in, were guests, or
 * have left. No token names those estates, so no app could go through them.
 */
@Service
class CellClosings {
    private final OwnData ownData;
    private final KnownPeople people;

    /**
     * What holds a person.
     *
     * @param estate its name
     * @param why in words for the person
     */
    record Hindrance(String estate, String why) {}

    CellClosings(OwnData ownData, KnownPeople people) {
        this.ownData = ownData;
        this.people = people;
    }

    List<Hindrance> hindrances(String subject) {
        var found = new ArrayList<Hindrance>();
        for (var estate : people.estatesOf(subject))
            CurrentEstate.run(estate, () -> {
                if (ownData.knows(subject))
                    ownData.hindrance(subject).ifPresent(why -> found.add(new Hindrance(estate.name(), why)));
            });
        return found;
    }

    /** Doing it again goes on where it was cut off. @return what holds the person all the same; they stay there */
    List<Hindrance> close(String subject) {
        var found = new ArrayList<Hindrance>();
        for (var estate : people.estatesOf(subject))
            CurrentEstate.run(estate, () -> {
                if (ownData.knows(subject) && ownData.close(subject) instanceof Hindered(var why))
                    found.add(new Hindrance(estate.name(), why));
                else people.forget(estate.id(), subject);
            });
        return found;
    }
}
