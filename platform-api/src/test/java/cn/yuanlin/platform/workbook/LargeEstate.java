package cn.yuanlin.platform.workbook;

import java.math.BigDecimal;

/** An estate of the largest size: 200 buildings, 20,000 units, 25,000 holdings, of which a quarter are joint. */
final class LargeEstate {
    static final int BUILDINGS = 200;
    static final int UNITS = 20_000;
    static final int HOLDINGS = 25_000;
    /** Each unit has 80 m² and as many dm² more as its number. */
    static final long TOTAL_AREA = 8_000L * UNITS + (long) UNITS * (UNITS - 1) / 2;

    private LargeEstate() {}

    static WorkbookFixture fixture() {
        var workbook = WorkbookFixture.small().without("楼幢").without("户").without("业主");
        for (int i = 0; i < BUILDINGS; i++) workbook.row("楼幢", i + 1 + "幢", 25);
        for (int i = 0; i < UNITS; i++) {
            var area = BigDecimal.valueOf(8_000 + i, 2);
            workbook.row("户", building(i) + "幢", entrance(i), room(i), area, "登记", "住宅", "已售");
            boolean joint = i % 4 == 0;
            holder(workbook, i, 2 * i, joint);
            if (joint) holder(workbook, i, 2 * i + 1, true);
        }
        return workbook;
    }

    private static void holder(WorkbookFixture workbook, int unit, int person, boolean joint) {
        workbook.row(
                "业主",
                building(unit) + "幢" + entrance(unit) + "单元" + room(unit) + "室",
                "业主" + person,
                "个人",
                Long.toString(13_800_000_000L + person),
                "身份证",
                IdentityNumberFixture.resident(person),
                joint ? "1/2" : null,
                joint && person % 2 == 0 ? "是" : null);
    }

    private static int building(int unit) {
        return unit / 100 + 1;
    }

    private static String entrance(int unit) {
        return Integer.toString(unit % 100 / 50 + 1);
    }

    private static String room(int unit) {
        return Integer.toString((unit % 50 / 2 + 1) * 100 + unit % 2 + 1);
    }
}
