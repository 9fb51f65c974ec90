package cn.yuanlin.demo;

import cn.yuanlin.demo.EstateBook.Document;
import cn.yuanlin.demo.EstateBook.Holder;
import cn.yuanlin.demo.EstateBook.Person;
import cn.yuanlin.demo.EstateBook.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Gives every unit its holders: mostly one or a couple, some who own several units, the developer what is unsold. */
final class Roll {
    private final List<Holder> holders = new ArrayList<>();
    private final List<Person> soleOwners = new ArrayList<>();
    private final Random random;
    private final Person developer;
    private int serial;

    /**
     * @param estate which estate it is: no two share a person
     * @param developer its name
     */
    Roll(int estate, String developer) {
        this.random = new Random(estate);
        this.serial = estate * 5_000;
        this.developer = new Person(developer, "开发商", null, new Document("统一社会信用代码", Invented.creditCode(++serial)));
    }

    List<Holder> of(List<Unit> units) {
        for (var unit : units) {
            if (!unit.sold()) holders.add(new Holder(unit.door(), developer, "", null));
            else if (unit.use().equals("商业") && random.nextInt(5) < 2) sole(unit, company());
            else household(unit);
        }
        return holders;
    }

    private void household(Unit unit) {
        int die = random.nextInt(100);
        if (die < 5 && soleOwners.size() > 20) {
            sole(unit, soleOwners.get(random.nextInt(soleOwners.size())));
        } else if (die < 33) {
            joint(unit, "1/2", "1/2");
        } else if (die < 36) {
            joint(unit, "1/3", "1/3", "1/3");
        } else if (die < 39) {
            joint(unit, "3/5", "2/5");
        } else {
            var owner = person();
            soleOwners.add(owner);
            sole(unit, owner);
        }
    }

    private void sole(Unit unit, Person owner) {
        holders.add(new Holder(unit.door(), owner, "", null));
    }

    private void joint(Unit unit, String... shares) {
        for (int i = 0; i < shares.length; i++) {
            holders.add(new Holder(unit.door(), person(), shares[i], i == 0));
        }
    }

    private Person company() {
        serial++;
        return new Person(
                "示例商贸" + serial + "号有限公司",
                "单位",
                Invented.mobile(serial),
                new Document("统一社会信用代码", Invented.creditCode(serial)));
    }

    private Person person() {
        serial++;
        return new Person(Invented.name(serial), "个人", Invented.mobile(serial), document());
    }

    private @Nullable Document document() {
        int die = random.nextInt(100);
        if (die < 25) return null;
        if (die < 26) return new Document("护照", "EX" + (9_900_000 + serial));
        if (die < 27) return new Document("港澳通行证", "H" + (99_000_000 + serial));
        return new Document("身份证", Invented.residentId(serial));
    }
}
