package cn.yuanlin.platform.workbook.template;

import cn.yuanlin.platform.workbook.file.RawCell;
import cn.yuanlin.platform.workbook.file.RawRow;
import cn.yuanlin.platform.workbook.sheet.Finding;
import cn.yuanlin.platform.workbook.sheet.Kind;
import cn.yuanlin.platform.workbook.sheet.SheetModel;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.jspecify.annotations.Nullable;

/** Copies one sheet row by row and marks cells on the way. */
final class MarkedSheet {
    private final Sheet sheet;
    private final SheetModel model;
    private final Looks looks;
    /** By row, then by column. */
    private final TreeMap<Integer, TreeMap<Integer, List<Finding>>> marks = new TreeMap<>();

    private final int[] positions;
    private boolean headed;

    MarkedSheet(Sheet sheet, SheetModel model, Looks looks, List<Finding> findings) {
        this.sheet = sheet;
        this.model = model;
        this.looks = looks;
        this.positions = new int[model.columns().size()];
        Arrays.fill(positions, -1);
        findings.stream()
                .collect(Collectors.groupingBy(finding -> finding.at().row()))
                .forEach((row, ofRow) -> marks.put(
                        row,
                        ofRow.stream()
                                .collect(Collectors.groupingBy(
                                        finding -> finding.at().column(), TreeMap::new, Collectors.toList()))));
    }

    void row(RawRow raw) {
        if (!headed) structure(raw);
        headed = true;
        emptyRowsBefore(raw.number());
        var ofRow = marks.remove(raw.number());
        var row = sheet.createRow(raw.number() - 1);
        for (var cell : raw.cells()) {
            var findings = ofRow == null ? null : ofRow.remove(cell.column());
            write(row.createCell(cell.column()), cell, findings);
        }
        if (ofRow != null) ofRow.forEach((column, findings) -> markEmpty(row, column, findings));
    }

    void finish() {
        emptyRowsBefore(Integer.MAX_VALUE);
    }

    /** Marks in rows that the upload does not have. */
    private void emptyRowsBefore(int number) {
        while (!marks.isEmpty() && marks.firstKey() < number) {
            var first = marks.pollFirstEntry();
            var row = sheet.createRow(first.getKey() - 1);
            first.getValue().forEach((column, findings) -> markEmpty(row, column, findings));
        }
    }

    private void structure(RawRow headings) {
        if (model.layout() == SheetModel.Layout.FIELDS) {
            SheetStructure.fields(sheet);
            return;
        }
        for (var cell : headings.cells()) {
            int index = cell.form() == RawCell.Form.TEXT ? model.indexOf(cell.text()) : -1;
            if (index >= 0 && positions[index] < 0) positions[index] = cell.column();
        }
        SheetStructure.table(sheet, model, positions, looks);
    }

    private void write(Cell cell, RawCell raw, @Nullable List<Finding> findings) {
        switch (raw.form()) {
            case NUMBER -> number(cell, raw);
            case BOOLEAN -> cell.setCellValue(raw.text().equals("1") ? "TRUE" : "FALSE");
            case TEXT, ERROR -> cell.setCellValue(raw.text());
            // As text: the copy must not calculate what the upload was refused for.
            case FORMULA -> cell.setCellValue("=" + raw.text());
        }
        if (cell.getRowIndex() == 0 && findings == null) {
            cell.setCellStyle(looks.heading(isRequired(raw)));
            return;
        }
        cell.setCellStyle(looks.cell(look(raw), mark(findings), startsLikeFormula(raw)));
        if (findings != null) comment(cell, findings);
    }

    private static void number(Cell cell, RawCell raw) {
        try {
            cell.setCellValue(Double.parseDouble(raw.text()));
        } catch (NumberFormatException e) {
            cell.setCellValue(raw.text());
        }
    }

    private void markEmpty(Row row, int column, List<Finding> findings) {
        var cell = row.createCell(column);
        cell.setCellStyle(looks.cell(WorkbookTemplate.UNKNOWN, mark(findings), false));
        comment(cell, findings);
    }

    private static void comment(Cell cell, List<Finding> findings) {
        var words = findings.stream().map(Finding::words).distinct().collect(Collectors.joining("\n"));
        SheetStructure.comment(cell, words, 2 + findings.size());
    }

    private static Looks.Mark mark(@Nullable List<Finding> findings) {
        if (findings == null) return Looks.Mark.NONE;
        return findings.stream().allMatch(finding -> finding.fault().isWarning())
                ? Looks.Mark.WARNING
                : Looks.Mark.ERROR;
    }

    private Kind.Look look(RawCell raw) {
        if (raw.dateStyled()) return Kind.Look.DAY;
        if (raw.form() != RawCell.Form.NUMBER)
            return raw.text().contains("\n") ? Kind.Look.WRAPPED_TEXT : Kind.Look.TEXT;
        for (int i = 0; i < positions.length; i++)
            if (positions[i] == raw.column())
                return model.columns().get(i).kind().look();
        return WorkbookTemplate.UNKNOWN;
    }

    private boolean isRequired(RawCell raw) {
        int index = model.indexOf(raw.text());
        return index >= 0 && model.columns().get(index).isRequired();
    }

    private static boolean startsLikeFormula(RawCell raw) {
        return raw.form() == RawCell.Form.FORMULA
                || (raw.form() != RawCell.Form.NUMBER
                        && !raw.text().isEmpty()
                        && "=+-@\t\r\n|%".indexOf(raw.text().charAt(0)) >= 0);
    }
}
