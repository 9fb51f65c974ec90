package cn.yuanlin.platform.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A random good workbook, and what an estate imported from it must add up to. */
final class RandomEstate {
    private static final List<String> FUNDS = List.of("共富工坊", "公共收益", "维修资金", "公益", "活动经费");

    final WorkbookFixture workbook = WorkbookFixture.empty();
    int buildings;
    int units;
    int holdings;
    int persons;
    int products;
    int notices;
    long area;
    long stock;
    long prices;
    long openings;

    private final Random random;

    RandomEstate(Random random) {
        this.random = random;
        buildings = 1 + random.nextInt(5);
        for (int i = 1; i <= buildings; i++)
            workbook.row("楼幢", random.nextBoolean() ? i + "幢" : Integer.toString(i), one(18, "6", null));
        for (int i = 1; i <= buildings; i++) {
            int rooms = 1 + random.nextInt(20);
            for (int room = 1; room <= rooms; room++) unit(i, random.nextBoolean() ? "1" : null, 100 + room);
        }
        for (products = 0; products < random.nextInt(30); products++) product(products);
        for (int i = 0; i < random.nextInt(8); i++) opening();
        for (notices = 0; notices < random.nextInt(5); notices++)
            workbook.row("公告", "公告" + notices, "正文\n第二段", one("2026-01-05", LocalDate.of(2026, 3, 1), "2026年3月1日"));
        for (int i = 0; i < random.nextInt(10); i++)
            workbook.row(
                    "小店", "小店" + i, "餐饮", one("0574-88880000", null, "13700000000"), null, null, one("外送、堂食", null));
    }

    private void unit(int building, String entrance, int room) {
        units++;
        long squareDecimetres = 1 + random.nextInt(30_000);
        area += squareDecimetres;
        var written = BigDecimal.valueOf(squareDecimetres, 2);
        workbook.row(
                "户",
                building + "幢",
                entrance,
                Integer.toString(room),
                random.nextBoolean() ? written : written.toPlainString(),
                one("登记", "测绘", "合同"),
                one("住宅", "商业", "储藏"),
                "已售");
        holders(building + "-" + (entrance == null ? "" : entrance + "-") + room);
    }

    private void holders(String unit) {
        int joint = random.nextInt(4) == 0 ? 2 + random.nextInt(3) : 1;
        for (int i = 0; i < joint; i++) {
            holdings++;
            int person = persons++;
            var known = random.nextBoolean();
            workbook.row(
                    "业主",
                    unit,
                    "业主" + person,
                    "个人",
                    Long.toString(13_800_000_000L + person),
                    known ? "身份证" : null,
                    known ? IdentityNumberFixture.resident(person) : null,
                    joint == 1 ? one("1", null, "100%") : "1/" + joint,
                    i == 0 && joint > 1 ? "是" : null);
        }
    }

    private void product(int number) {
        long fen = 1 + random.nextInt(100_000);
        int count = random.nextInt(1_000);
        prices += fen;
        stock += count;
        var written = BigDecimal.valueOf(fen, 2);
        boolean reference = random.nextBoolean();
        workbook.row(
                "商品",
                one("粮油", "饮料", "零食"),
                "商品" + number,
                one("596ml", null),
                "瓶",
                random.nextBoolean() ? written : written.toPlainString(),
                reference ? "1000" : null,
                reference ? "超市" : null,
                reference ? "2026-02-01" : null,
                count);
    }

    private void opening() {
        long fen = 1 + (random.nextLong() >>> 30);
        openings += fen;
        // As a binary number, the way Excel stores what a clerk types: up to 15 digits come back exactly.
        workbook.row(
                "资金期初",
                FUNDS.get(random.nextInt(FUNDS.size())),
                "结余",
                BigDecimal.valueOf(fen, 2),
                LocalDate.of(2026, 1, 1),
                one("对账单", null));
    }

    private Object one(Object... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** One cell made bad, and where it is. */
    record Mutation(WorkbookFixture workbook, String cell) {}

    /** Puts into one random cell what no cell of its column may hold. */
    Mutation mutate() {
        record Target(String sheet, int column, Object bad) {}
        var targets = new ArrayList<Target>();
        for (var target : List.of(
                new Target("楼幢", 0, "#"),
                new Target("楼幢", 1, -1),
                new Target("户", 0, "?"),
                new Target("户", 1, "-"),
                new Target("户", 2, null),
                new Target("户", 3, "12.345"),
                new Target("户", 4, "猜测"),
                new Target("户", 5, true),
                new Target("户", 6, null),
                new Target("业主", 0, "何处"),
                new Target("业主", 0, "9-9-9999"),
                new Target("业主", 1, null),
                new Target("业主", 2, "人"),
                new Target("业主", 3, "138"),
                new Target("业主", 6, "很多"),
                new Target("业主", 7, "也许"),
                new Target("商品", 0, null),
                new Target("商品", 4, "免费"),
                new Target("商品", 8, 1.5),
                new Target("资金期初", 2, "-1"),
                new Target("资金期初", 3, "从前"),
                new Target("公告", 2, "2027-01-01"))) {
            if (workbook.rows(target.sheet()) > 0) targets.add(target);
        }
        var target = targets.get(random.nextInt(targets.size()));
        int row = random.nextInt(workbook.rows(target.sheet()));
        var bad = workbook.copy().set(target.sheet(), row, target.column(), target.bad());
        var cell = target.sheet() + "!" + (char) ('A' + target.column()) + (WorkbookFixture.FIRST_ROW + row);
        return new Mutation(bad, cell);
    }
}
