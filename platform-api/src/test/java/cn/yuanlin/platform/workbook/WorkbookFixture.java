package cn.yuanlin.platform.workbook;

import cn.yuanlin.platform.workbook.template.WorkbookTemplate;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes workbooks from rows, on the real template. Rows are lists of cell contents in the order of the template's columns: null
 * (empty), text, numbers, booleans, days, {@link Formula}. The first row lands on row 3, below headings and example.
 */
public final class WorkbookFixture {
    /** Row of the sheet, from 1, on which the first row of a table lands. */
    public static final int FIRST_ROW = 3;

    private static final byte[] TEMPLATE = writeTemplate();

    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Map<String, List<Object[]>> tables = new LinkedHashMap<>();
    private String columnHeading = "";
    private String newHeading = "";

    /** A formula, without the sign. */
    public record Formula(String text) {}

    /** Nothing but the estate's fields. */
    public static WorkbookFixture empty() {
        return new WorkbookFixture()
                .field("小区名称", "示范小区")
                .field("详细地址", "示范路1号")
                .field("首位业委会成员姓名", "成员甲")
                .field("首位业委会成员手机", "13900000001");
    }

    /** The least that imports: two units, three holders, and one row of everything else. */
    public static WorkbookFixture small() {
        return empty().row("楼幢", "1幢", 18)
                .row("户", "1幢", "1", "101", new BigDecimal("89.50"), "登记", "住宅", "已售")
                .row("户", "1幢", "1", "102", "120.05", "测绘", "住宅", "已售")
                .row(
                        "业主",
                        "1幢1单元101室",
                        "业主甲",
                        "个人",
                        "13800000001",
                        "身份证",
                        IdentityNumberFixture.resident(1),
                        null,
                        null)
                .row("业主", "1-1-102", "业主乙", "个人", "13800000002", null, null, "1/2", "是")
                .row("业主", "1-1-102", "业主丙", "个人", "13800000003", null, null, "1/2", null)
                .row("商品", "饮料", "饮用水", "596ml", "瓶", new BigDecimal("0.9"), "1.50", "附近超市", "2026-11-01", 120)
                .row("小店", "某某早餐", "餐饮", "0574-88880000", "示范路2号", "05:30-10:00", "堂食、外送")
                .row("资金期初", "公共收益", "银行存款", new BigDecimal("12345.67"), LocalDate.of(2026, 11, 1), "对账单")
                .row("公告", "平台启用", "各位业主：平台启用。", LocalDate.of(2026, 11, 2));
    }

    public WorkbookFixture field(String label, String content) {
        fields.put(label, content);
        return this;
    }

    public WorkbookFixture row(String sheet, Object... cells) {
        tables.computeIfAbsent(sheet, name -> new ArrayList<>()).add(cells.clone());
        return this;
    }

    /** Replaces one cell of a row added before; row and column from 0. */
    public WorkbookFixture set(String sheet, int row, int column, Object content) {
        tables.get(sheet).get(row)[column] = content;
        return this;
    }

    public Object get(String sheet, int row, int column) {
        return tables.get(sheet).get(row)[column];
    }

    public int rows(String sheet) {
        return tables.getOrDefault(sheet, List.of()).size();
    }

    /** How many cells the first row of a sheet has. */
    public int rowLength(String sheet) {
        return tables.get(sheet).getFirst().length;
    }

    /** Takes all rows of a sheet away. */
    public WorkbookFixture without(String sheet) {
        tables.remove(sheet);
        return this;
    }

    /** Gives a column another heading, in every sheet that has it. */
    public WorkbookFixture rename(String heading, String other) {
        columnHeading = heading;
        newHeading = other;
        return this;
    }

    public WorkbookFixture copy() {
        var copy = new WorkbookFixture();
        copy.fields.putAll(fields);
        tables.forEach((sheet, rows) -> rows.forEach(row -> copy.row(sheet, Arrays.copyOf(row, row.length))));
        return copy;
    }

    public byte[] bytes() {
        try (var template = template();
                var workbook = fill(template)) {
            var out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static XSSFWorkbook template() throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(TEMPLATE));
    }

    private static byte[] writeTemplate() {
        var out = new ByteArrayOutputStream();
        try {
            WorkbookTemplate.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private SXSSFWorkbook fill(XSSFWorkbook template) {
        for (var row : Objects.requireNonNull(template.getSheet("小区信息"))) {
            var content = fields.get(row.getCell(0).getStringCellValue());
            if (content != null) row.createCell(1).setCellValue(content);
        }
        for (var sheet : template)
            for (var cell : sheet.getRow(0))
                if (cell.getStringCellValue().equals(columnHeading)) cell.setCellValue(newHeading);
        var workbook = new SXSSFWorkbook(template, 100);
        workbook.setZip64Mode(Zip64Mode.AsNeeded);
        var day = workbook.createCellStyle();
        day.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
        tables.forEach((name, rows) -> {
            Sheet sheet = workbook.getSheet(name);
            for (int i = 0; i < rows.size(); i++) {
                var row = sheet.createRow(FIRST_ROW - 1 + i);
                for (int j = 0; j < rows.get(i).length; j++) {
                    if (rows.get(i)[j] == null) continue;
                    var cell = row.createCell(j);
                    fill(cell, rows.get(i)[j]);
                    if (rows.get(i)[j] instanceof LocalDate) cell.setCellStyle(day);
                }
            }
        });
        return workbook;
    }

    private static void fill(Cell cell, Object content) {
        switch (content) {
            case String text -> cell.setCellValue(text);
            case Boolean truth -> cell.setCellValue(truth);
            case LocalDate day -> cell.setCellValue(day);
            case Formula(var formula) -> cell.setCellFormula(formula);
            case Number number -> cell.setCellValue(number.doubleValue());
            default -> throw new IllegalArgumentException("no cell holds a " + content.getClass());
        }
    }
}
