package cn.yuanlin.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A workbook whose roll is replaced by an invented one of any size: buildings of 50 units, every tenth unit held by two. Identity numbers
 * are of a region that was never given out.
 *
 * @param units how many
 * @param round 0 for the first roll; in each later one another tenth of the units has other holders
 */
record RollSheets(int units, int round) {
    private static final String BUILDINGS = "xl/worksheets/sheet2.xml";
    private static final String UNITS = "xl/worksheets/sheet3.xml";
    private static final String HOLDERS = "xl/worksheets/sheet4.xml";
    private static final int OF_A_BUILDING = 50;
    private static final int DOORS = 2;
    private static final int TENTH = 10;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    /** @param workbook any that imports */
    byte[] in(byte[] workbook) {
        var sheets = Map.of(BUILDINGS, sheet(buildings()), UNITS, sheet(unitRows()), HOLDERS, sheet(holders()));
        var copy = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(workbook));
                var out = new ZipOutputStream(copy)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var content = in.readAllBytes();
                var other = sheets.get(entry.getName());
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(other == null ? content : other.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return copy.toByteArray();
    }

    /** A door in the middle, as people write it. */
    String someDoor() {
        return door(units / 2);
    }

    /** Somebody's phone, whole. */
    String somePhone() {
        return phone(units / 2);
    }

    private List<List<Object>> buildings() {
        var rows = begun("幢", "地上层数");
        for (int building = 1; building <= (units + OF_A_BUILDING - 1) / OF_A_BUILDING; building++)
            rows.add(List.of(building + "幢", OF_A_BUILDING / DOORS));
        return rows;
    }

    private List<List<Object>> unitRows() {
        var rows = begun("幢", "单元", "室", "专有部分面积(m²)", "面积来源", "用途", "状态");
        for (int unit = 0; unit < units; unit++)
            rows.add(List.of(building(unit) + "幢", "1", room(unit), 80 + unit % 40, "登记", "住宅", "已售"));
        return rows;
    }

    private List<List<Object>> holders() {
        var rows = begun("户号", "姓名/名称", "类型", "手机", "证件类型", "证件号码", "份额", "表决代表");
        for (int unit = 0; unit < units; unit++) {
            if (unit % TENTH == 1) {
                rows.add(holder(unit, unit, "1/2", "是"));
                rows.add(holder(unit, unit + units, "1/2", "否"));
            } else {
                rows.add(holder(unit, unit + 2 * units * changes(unit), "1/1", "否"));
            }
        }
        return rows;
    }

    /** How often the unit has changed hands; the first round takes the units that end in 2, the next those in 3. */
    private int changes(int unit) {
        int turn = unit % TENTH - 1;
        return turn >= 1 && turn <= round ? 1 : 0;
    }

    private static List<Object> holder(int unit, int person, String share, String nominated) {
        return List.of(door(unit), "业主" + person, "个人", phone(person), "身份证", residentId(person), share, nominated);
    }

    private static int building(int unit) {
        return 1 + unit / OF_A_BUILDING;
    }

    private static String room(int unit) {
        int here = unit % OF_A_BUILDING;
        return (1 + here / DOORS) + "0" + (1 + here % DOORS);
    }

    private static String door(int unit) {
        return building(unit) + "幢1单元" + room(unit) + "室";
    }

    private static String phone(int person) {
        return String.format(Locale.ROOT, "1380%07d", person);
    }

    private static String residentId(int person) {
        var digits = String.format(
                Locale.ROOT,
                "999999%04d%02d%02d%03d",
                1935 + person / 1000 % 60,
                1 + person / 60_000 % 12,
                10,
                person % 1000);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        return digits + CHECKS.charAt(sum % CHECKS.length());
    }

    private static List<List<Object>> begun(Object... headings) {
        var rows = new ArrayList<List<Object>>();
        rows.add(List.of(headings));
        return rows;
    }

    private static String sheet(List<List<Object>> rows) {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
                .append("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        for (int row = 0; row < rows.size(); row++) {
            xml.append("<row r=\"").append(row + 1).append("\">");
            for (int column = 0; column < rows.get(row).size(); column++)
                xml.append(cell(
                        (char) ('A' + column) + Integer.toString(row + 1),
                        rows.get(row).get(column)));
            xml.append("</row>");
        }
        return xml.append("</sheetData></worksheet>").toString();
    }

    private static String cell(String place, Object content) {
        return content instanceof Integer number
                ? "<c r=\"%s\"><v>%d</v></c>".formatted(place, number)
                : "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(place, content);
    }
}
