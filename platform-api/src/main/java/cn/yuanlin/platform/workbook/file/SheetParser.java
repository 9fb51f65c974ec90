package cn.yuanlin.platform.workbook.file;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Turns the XML of a sheet into rows, one at a time. */
final class SheetParser extends DefaultHandler {
    /** Excel's own limit of characters in a cell. */
    static final int MAX_CELL_TEXT = 32_767;
    /** Columns the template could ever need; content beyond them is a mistake or an attack. */
    static final int MAX_COLUMNS = 64;
    /** Rows in the file, those included that hold formats only. */
    static final int MAX_ROW_ELEMENTS = 200_000;

    private static final int MAX_CELL_ELEMENTS = 16_384;

    private final SharedTexts texts;
    private final DateStyles styles;
    private final WorkbookFile.Rows rows;

    private List<RawCell> cells = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder formulaText = new StringBuilder();
    private int rowElements;
    private int cellElements;
    private int rowNumber;
    private int column;
    private @Nullable String type;
    private int style;
    private boolean formula;
    private @Nullable StringBuilder collecting;
    private int phonetic;

    SheetParser(SharedTexts texts, DateStyles styles, WorkbookFile.Rows rows) {
        this.texts = texts;
        this.styles = styles;
        this.rows = rows;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
        switch (name) {
            case "row" -> startRow(attributes);
            case "c" -> startCell(attributes);
            case "v" -> collecting = text;
            case "t" -> collecting = phonetic == 0 ? text : null;
            case "rPh" -> phonetic++;
            case "f" -> {
                formula = true;
                collecting = formulaText;
            }
            case "oleObjects", "controls" -> throw refused(Refusal.Code.EMBEDDED_OBJECT);
            default -> {
                // widths, panes, validations: how it looks
            }
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) throws SAXException {
        switch (name) {
            case "v", "t", "f" -> collecting = null;
            case "rPh" -> phonetic--;
            case "c" -> endCell();
            case "row" -> endRow();
            default -> {
                // as above
            }
        }
    }

    @Override
    public void characters(char[] chars, int start, int length) throws SAXException {
        if (collecting == null) return;
        if (collecting.length() + length > MAX_CELL_TEXT) throw refused(Refusal.Code.TOO_MUCH_TEXT);
        collecting.append(chars, start, length);
    }

    private void startRow(Attributes attributes) throws SAXException {
        if (++rowElements > MAX_ROW_ELEMENTS) throw refused(Refusal.Code.TOO_MANY_ROWS);
        int number = positive(attributes.getValue("r"), rowNumber + 1, Refusal.Code.TOO_MANY_ROWS);
        // A second row of the same number would hide the first one's errors.
        if (number <= rowNumber) throw refused(Refusal.Code.DAMAGED);
        rowNumber = number;
        column = -1;
        cellElements = 0;
    }

    private void startCell(Attributes attributes) throws SAXException {
        if (++cellElements > MAX_CELL_ELEMENTS) throw refused(Refusal.Code.TOO_MANY_COLUMNS);
        var reference = attributes.getValue("r");
        int next = reference == null ? column + 1 : columnOf(reference);
        if (next <= column) throw refused(Refusal.Code.DAMAGED);
        column = next;
        type = attributes.getValue("t");
        style = positive(attributes.getValue("s"), 0, Refusal.Code.DAMAGED);
        formula = false;
        text.setLength(0);
        formulaText.setLength(0);
    }

    private void endCell() throws SAXException {
        var cell = formula
                ? new RawCell(column, RawCell.Form.FORMULA, formulaText.toString(), false)
                : switch (type == null ? "n" : type) {
                    case "s" -> new RawCell(column, RawCell.Form.TEXT, shared(text.toString()), false);
                    case "inlineStr", "str", "d" ->
                        new RawCell(column, RawCell.Form.TEXT, EscapedText.decode(text.toString()), false);
                    case "b" -> new RawCell(column, RawCell.Form.BOOLEAN, text.toString(), false);
                    case "e" -> new RawCell(column, RawCell.Form.ERROR, text.toString(), false);
                    case "n" ->
                        new RawCell(column, RawCell.Form.NUMBER, text.toString().strip(), styles.isDate(style));
                    default -> throw refused(Refusal.Code.DAMAGED);
                };
        if (cell.form() != RawCell.Form.FORMULA && cell.text().isBlank()) return;
        if (column >= MAX_COLUMNS) throw refused(Refusal.Code.TOO_MANY_COLUMNS);
        cells.add(cell);
    }

    private String shared(String index) throws SAXException {
        if (index.isBlank()) return "";
        try {
            return texts.get(positive(index.strip(), -1, Refusal.Code.DAMAGED));
        } catch (UnreadableWorkbook e) {
            throw new SAXException(e);
        }
    }

    private void endRow() throws SAXException {
        if (cells.isEmpty()) return;
        var full = cells;
        cells = new ArrayList<>();
        try {
            rows.row(new RawRow(rowNumber, full));
        } catch (UnreadableWorkbook e) {
            throw new SAXException(e);
        }
    }

    private static int columnOf(String reference) throws SAXException {
        int column = 0;
        int letters = 0;
        while (letters < reference.length() && reference.charAt(letters) >= 'A' && reference.charAt(letters) <= 'Z') {
            if (letters == 3) throw refused(Refusal.Code.TOO_MANY_COLUMNS);
            column = column * 26 + reference.charAt(letters++) - 'A' + 1;
        }
        if (letters == 0) throw refused(Refusal.Code.DAMAGED);
        return column - 1;
    }

    private static int positive(@Nullable String digits, int otherwise, Refusal.Code ifTooLarge) throws SAXException {
        if (digits == null) return otherwise;
        if (digits.isEmpty()) throw refused(Refusal.Code.DAMAGED);
        int number = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) throw refused(Refusal.Code.DAMAGED);
            if (number > 999_999) throw refused(ifTooLarge);
            number = number * 10 + digit;
        }
        return number;
    }

    private static SAXException refused(Refusal.Code code) {
        return new SAXException(new UnreadableWorkbook(code));
    }
}
