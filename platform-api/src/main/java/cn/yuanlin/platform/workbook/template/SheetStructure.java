package cn.yuanlin.platform.workbook.template;

import cn.yuanlin.platform.workbook.sheet.Column;
import cn.yuanlin.platform.workbook.sheet.Kind;
import cn.yuanlin.platform.workbook.sheet.SheetModel;
import cn.yuanlin.platform.workbook.sheet.WorkbookModel;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.util.Units;

/** What a sheet has besides its cells: widths, a heading that stays in sight, rules for typing. */
final class SheetStructure {
    static final String CONTENT_HEADING = "内容";
    static final String EXPLANATION_HEADING = "填写说明";

    private SheetStructure() {}

    /** @param positions where each column of the model stands, -1 where it does not */
    static void table(Sheet sheet, SheetModel model, int[] positions, Looks looks) {
        sheet.createFreezePane(0, 1);
        for (int i = 0; i < positions.length; i++) {
            if (positions[i] < 0) continue;
            var column = model.columns().get(i);
            sheet.setColumnWidth(positions[i], column.width() * 256);
            sheet.setDefaultColumnStyle(positions[i], looks.cell(column.kind().look(), Looks.Mark.NONE, false));
            validate(sheet, column, new CellRangeAddressList(1, WorkbookModel.MAX_ROWS, positions[i], positions[i]));
        }
    }

    static void fields(Sheet sheet) {
        sheet.createFreezePane(0, 1);
        sheet.setColumnWidth(0, 24 * 256);
        sheet.setColumnWidth(1, 48 * 256);
        sheet.setColumnWidth(2, 64 * 256);
    }

    /** @param row from 0 */
    static void field(Sheet sheet, Column<?> column, int row) {
        validate(sheet, column, new CellRangeAddressList(row, row, 1, 1));
    }

    /** Excel shows it while the pointer rests on the cell. */
    static void comment(Cell cell, String text, int lines) {
        var sheet = cell.getSheet();
        var helper = sheet.getWorkbook().getCreationHelper();
        ClientAnchor anchor = helper.createClientAnchor();
        // The anchor's corner is where the comment belongs to; a little to the right, so that the cell can still be
        // read.
        anchor.setCol1(cell.getColumnIndex());
        anchor.setDx1(Units.pixelToEMU(60));
        anchor.setCol2(cell.getColumnIndex() + 4);
        anchor.setRow1(cell.getRowIndex());
        anchor.setRow2(cell.getRowIndex() + 1 + lines);
        Comment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
        comment.setString(helper.createRichTextString(text));
        cell.setCellComment(comment);
    }

    private static void validate(Sheet sheet, Column<?> column, CellRangeAddressList range) {
        var helper = sheet.getDataValidationHelper();
        var validation =
                helper.createValidation(constraint(helper, column.kind().constraint()), range);
        validation.setEmptyCellAllowed(true);
        validation.setShowErrorBox(true);
        validation.createErrorBox(column.heading(), message(column.kind().constraint()));
        sheet.addValidationData(validation);
    }

    private static DataValidationConstraint constraint(DataValidationHelper helper, Kind.Constraint constraint) {
        return switch (constraint) {
            case Kind.Constraint.AnyText(var max) ->
                helper.createTextLengthConstraint(OperatorType.LESS_OR_EQUAL, Integer.toString(max), null);
            case Kind.Constraint.OneOf(var words) -> helper.createExplicitListConstraint(words.toArray(String[]::new));
            case Kind.Constraint.Decimal(var min, var max) ->
                helper.createDecimalConstraint(OperatorType.BETWEEN, min, max);
            case Kind.Constraint.Whole(var min, var max) ->
                helper.createIntegerConstraint(OperatorType.BETWEEN, Long.toString(min), Long.toString(max));
            case Kind.Constraint.Day() ->
                helper.createDateConstraint(OperatorType.BETWEEN, "DATE(1950,1,1)", "DATE(2100,12,31)", "yyyy-mm-dd");
        };
    }

    private static String message(Kind.Constraint constraint) {
        return switch (constraint) {
            case Kind.Constraint.AnyText(var max) -> "最多%d个字。".formatted(max);
            case Kind.Constraint.OneOf(var words) -> "请从下拉列表中选择。";
            case Kind.Constraint.Decimal(var min, var max) -> "请填写%s至%s之间的数字，最多两位小数。".formatted(min, max);
            case Kind.Constraint.Whole(var min, var max) -> "请填写%d至%d之间的整数。".formatted(min, max);
            case Kind.Constraint.Day() -> "请填写日期，如 2026-11-22。";
        };
    }
}
