package cn.yuanlin.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Who holds what in a workbook of the demo, as the office filled it in: read here without any of the product's code. */
record DemoRoll(List<Holder> holders) {
    private static final Pattern DOOR = Pattern.compile("(.+?幢)(?:(.+)单元)?(.+)室");

    /** One line of the sheet 业主; what is not filled in is empty. */
    record Holder(String door, String name, String kind, String phone, String idType, String idNumber) {
        /** What the person says to be let in as an owner. */
        Claim claim() {
            return new Claim(door, name, "OWNER", idNumber.substring(idNumber.length() - 6));
        }
    }

    /** @param lastSix empty to show no document */
    record Claim(String door, String name, String relation, String lastSix) {
        Claim showing(String signs) {
            return new Claim(door, name, relation, signs);
        }

        String json() {
            var parts = DOOR.matcher(door);
            if (!parts.matches()) throw new AssertionError("Not a door: " + door);
            var entrance = parts.group(2) == null ? "null" : '"' + parts.group(2) + '"';
            var shown = lastSix.isEmpty() ? "null" : '"' + lastSix + '"';
            return """
                    {"building":"%s","entrance":%s,"room":"%s","name":"%s","relation":"%s","idLastSix":%s}\
                    """.formatted(parts.group(1), entrance, parts.group(3), name, relation, shown);
        }
    }

    static DemoRoll of(String slug) {
        var file = RunningPlatform.ROOT.resolve("infra/demo/workbooks/" + slug + ".xlsx");
        try (var content = Files.newInputStream(file);
                var workbook = new XSSFWorkbook(content)) {
            var holders = new ArrayList<Holder>();
            for (var row : workbook.getSheet("业主")) {
                if (DOOR.matcher(cell(row, 0)).matches()) holders.add(holder(row));
            }
            return new DemoRoll(List.copyOf(holders));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Holder holder(Row row) {
        return new Holder(cell(row, 0), cell(row, 1), cell(row, 2), cell(row, 3), cell(row, 4), cell(row, 5));
    }

    private static String cell(Row row, int column) {
        return new DataFormatter().formatCellValue(row.getCell(column)).strip();
    }

    List<String> namesAt(String door) {
        return holders.stream()
                .filter(holder -> holder.door().equals(door))
                .map(Holder::name)
                .toList();
    }

    /** People who hold one home, alone, and can show phone and identity card. */
    List<Holder> provable() {
        var doors = holders.stream().collect(Collectors.groupingBy(Holder::door, Collectors.counting()));
        var homes = holders.stream().collect(Collectors.groupingBy(Holder::name, Collectors.counting()));
        return holders.stream()
                .filter(holder ->
                        holder.idType().equals("身份证") && !holder.phone().isEmpty())
                .filter(holder -> doors.get(holder.door()) == 1 && homes.get(holder.name()) == 1)
                .toList();
    }

    Stream<String> phones() {
        return holders.stream().map(Holder::phone).filter(phone -> !phone.isEmpty());
    }

    Stream<String> idNumbers() {
        return holders.stream().map(Holder::idNumber).filter(number -> !number.isEmpty());
    }
}
