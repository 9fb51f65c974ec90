package cn.yuanlin.platform.workbook.template;

import cn.yuanlin.platform.workbook.sheet.Column;
import cn.yuanlin.platform.workbook.sheet.Kind;
import cn.yuanlin.platform.workbook.sheet.SheetModel;
import cn.yuanlin.platform.workbook.sheet.WorkbookModel;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The empty workbook that offices download, fill in and upload. */
public final class WorkbookTemplate {
    private WorkbookTemplate() {}

    public static void write(OutputStream out) throws IOException {
        try (var workbook = new XSSFWorkbook()) {
            var looks = new Looks(workbook);
            Instructions.write(workbook.createSheet(WorkbookModel.INSTRUCTIONS), looks, List.of());
            for (var model : WorkbookModel.SHEETS) {
                var sheet = workbook.createSheet(model.name());
                switch (model.layout()) {
                    case TABLE -> table(sheet, model, looks);
                    case FIELDS -> fields(sheet, model, looks);
                }
            }
            workbook.write(out);
        }
    }

    private static void table(Sheet sheet, SheetModel model, Looks looks) {
        var natural = IntStream.range(0, model.columns().size()).toArray();
        SheetStructure.table(sheet, model, natural, looks);
        var headings = sheet.createRow(0);
        var example = sheet.createRow(1);
        for (int i : natural) {
            var column = model.columns().get(i);
            heading(headings, i, column, looks);
            var text = i == 0 ? SheetModel.EXAMPLE + "：" + column.example() : column.example();
            text(example, i, text).setCellStyle(looks.example());
        }
    }

    private static void heading(Row row, int position, Column<?> column, Looks looks) {
        var cell = text(row, position, column.heading());
        cell.setCellStyle(looks.heading(column.isRequired()));
        SheetStructure.comment(cell, (column.isRequired() ? "必填。" : "选填。") + column.comment(), 3);
    }

    private static void fields(Sheet sheet, SheetModel model, Looks looks) {
        SheetStructure.fields(sheet);
        var headings = sheet.createRow(0);
        var titles = List.of("项目", SheetStructure.CONTENT_HEADING, SheetStructure.EXPLANATION_HEADING);
        for (int i = 0; i < titles.size(); i++) text(headings, i, titles.get(i)).setCellStyle(looks.heading(false));
        for (int i = 0; i < model.columns().size(); i++) {
            var column = model.columns().get(i);
            var row = sheet.createRow(i + 1);
            text(row, 0, column.heading()).setCellStyle(looks.heading(column.isRequired()));
            row.createCell(1).setCellStyle(looks.cell(column.kind().look(), Looks.Mark.NONE, false));
            text(row, 2, explanation(column)).setCellStyle(looks.plain());
            SheetStructure.field(sheet, column, i + 1);
        }
    }

    private static String explanation(Column<?> column) {
        var need = column.isRequired() ? "必填。" : "选填。";
        var example = column.example().isEmpty() ? "" : "。例：" + column.example();
        return need + column.comment() + example;
    }

    private static Cell text(Row row, int position, String text) {
        var cell = row.createCell(position);
        cell.setCellValue(text);
        return cell;
    }

    /** How a cell outside any known column looks. */
    static final Kind.Look UNKNOWN = Kind.Look.TEXT;
}
