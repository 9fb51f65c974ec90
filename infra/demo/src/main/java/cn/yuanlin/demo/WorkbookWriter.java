package cn.yuanlin.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Writes a book with the sheets and headings of the onboarding template. */
final class WorkbookWriter implements AutoCloseable {
    private static final int CHARACTER = 256;
    private static final int WIDEST = 60;

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final CellStyle heading = workbook.createCellStyle();
    private final CellStyle text = workbook.createCellStyle();
    private final CellStyle day = workbook.createCellStyle();
    private final CellStyle decimal = workbook.createCellStyle();

    private WorkbookWriter() {
        var bold = workbook.createFont();
        bold.setBold(true);
        heading.setFont(bold);
        heading.setFillForegroundColor(IndexedColors.LIGHT_GREEN.getIndex());
        heading.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        // As text, or Excel would make a day of 1/2 and a number of a telephone.
        text.setDataFormat((short) BuiltinFormats.getBuiltinFormat("@"));
        text.setWrapText(true);
        day.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
        decimal.setDataFormat((short) BuiltinFormats.getBuiltinFormat("0.00"));
    }

    static void write(EstateBook book, OutputStream out) throws IOException {
        try (var writer = new WorkbookWriter()) {
            writer.profile(book.profile());
            writer.buildingsAndUnits(book);
            writer.holders(book);
            writer.products(book);
            writer.listsAround(book);
            writer.workbook.write(out);
        }
    }

    private void profile(EstateBook.Profile profile) {
        var sheet = workbook.createSheet("小区信息");
        fill(sheet, 0, heading, "项目", "内容");
        var rows = List.<List<Object>>of(
                List.of("小区名称", profile.name()),
                List.of("详细地址", profile.address()),
                List.of("建成年份", profile.completedIn()),
                List.of("开发商", profile.developer()),
                List.of("物业服务企业", profile.propertyCompany()),
                List.of("物业电话", profile.propertyPhone()),
                List.of("首位业委会成员姓名", profile.contact().name()),
                List.of("首位业委会成员手机", String.valueOf(profile.contact().phone())),
                List.of("名册日期", profile.rollDay()));
        for (var row : rows) line(sheet, row.toArray());
        widths(sheet, 24, 50);
    }

    private void buildingsAndUnits(EstateBook book) {
        var buildings = table("楼幢", "幢", "地上层数");
        book.buildings().forEach(building -> line(buildings, building.name(), building.floors()));
        widths(buildings, 12, 12);
        var units = table("户", "幢", "单元", "室", "专有部分面积(m²)", "面积来源", "用途", "状态");
        for (var unit : book.units()) {
            var area = unit.squareDecimetres() / 100.0;
            line(
                    units,
                    unit.building(),
                    unit.entrance(),
                    unit.room(),
                    area,
                    unit.areaSource(),
                    unit.use(),
                    unit.state());
        }
        widths(units, 12, 10, 12, 18, 12, 10, 10);
    }

    private void holders(EstateBook book) {
        var sheet = table("业主", "户号", "姓名/名称", "类型", "手机", "证件类型", "证件号码", "份额", "表决代表");
        for (var holder : book.holders()) {
            var person = holder.person();
            var document = person.document();
            line(
                    sheet,
                    holder.door(),
                    person.name(),
                    person.kind(),
                    person.phone(),
                    document == null ? null : document.type(),
                    document == null ? null : document.number(),
                    holder.share(),
                    holder.nominated() == null ? null : holder.nominated() ? "是" : "否");
        }
        widths(sheet, 20, 24, 10, 16, 18, 24, 10, 12);
    }

    private void products(EstateBook book) {
        var sheet = table("商品", "分类", "名称", "规格", "单位", "售价(元)", "参考价(元)", "参考价来源", "参考价日期", "库存");
        for (var product : book.products()) {
            var reference = product.reference();
            line(
                    sheet,
                    product.category(),
                    product.name(),
                    product.spec(),
                    product.unit(),
                    yuan(product.fen()),
                    reference == null ? null : yuan(reference.fen()),
                    reference == null ? null : reference.source(),
                    reference == null ? null : reference.on(),
                    product.stock());
        }
        widths(sheet, 16, 20, 14, 8, 12, 12, 16, 14, 10);
    }

    private void listsAround(EstateBook book) {
        var shops = table("小店", "名称", "类型", "电话", "地址", "营业时间", "服务能力");
        for (var shop : book.shops())
            line(shops, shop.name(), shop.kind(), shop.phone(), shop.address(), shop.hours(), shop.services());
        widths(shops, 20, 12, 18, 24, 16, 40);
        var openings = table("资金期初", "资金", "科目/说明", "金额(元)", "日期", "凭证说明");
        for (var opening : book.openings())
            line(openings, opening.fund(), opening.item(), yuan(opening.fen()), opening.on(), opening.voucher());
        widths(openings, 14, 30, 16, 14, 30);
        var notices = table("公告", "标题", "正文", "发布日期");
        for (var notice : book.notices()) line(notices, notice.title(), notice.body(), notice.on());
        widths(notices, 36, WIDEST, 14);
    }

    private Sheet table(String name, String... headings) {
        var sheet = workbook.createSheet(name);
        fill(sheet, 0, heading, (Object[]) headings);
        sheet.createFreezePane(0, 1);
        return sheet;
    }

    /** Appends a row; null and empty text leave their cell out. */
    private void line(Sheet sheet, @Nullable Object... values) {
        fill(sheet, sheet.getLastRowNum() + 1, null, values);
    }

    private void fill(Sheet sheet, int number, @Nullable CellStyle style, @Nullable Object... values) {
        var row = sheet.createRow(number);
        for (int i = 0; i < values.length; i++) cell(row, i, values[i], style);
    }

    private void cell(Row row, int position, @Nullable Object value, @Nullable CellStyle style) {
        if (value == null || value.equals("")) return;
        var cell = row.createCell(position);
        switch (value) {
            case LocalDate date -> {
                cell.setCellValue(date);
                cell.setCellStyle(day);
            }
            case Integer whole -> cell.setCellValue(whole);
            case Double number -> {
                cell.setCellValue(number);
                cell.setCellStyle(decimal);
            }
            default -> {
                cell.setCellValue(value.toString());
                cell.setCellStyle(style == null ? text : style);
            }
        }
    }

    /** Two decimals survive the way through a double: fifteen digits are exact, amounts have at most twelve. */
    private static double yuan(long fen) {
        return fen / 100.0;
    }

    private static void widths(Sheet sheet, int... characters) {
        for (int i = 0; i < characters.length; i++) sheet.setColumnWidth(i, characters[i] * CHARACTER);
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
