package cn.yuanlin.platform.workbook.file;

/**
 * A cell as the file has it, nothing converted.
 *
 * @param column from 0
 * @param text the text, or the digits of a number exactly as written in the file
 * @param dateStyled a number that Excel shows as a date
 */
public record RawCell(int column, Form form, String text, boolean dateStyled) {

    /** What kind of content the file declares. */
    public enum Form {
        TEXT,
        NUMBER,
        BOOLEAN,
        /** {@code #REF!} and its like. */
        ERROR,
        /** A formula; the text is the formula itself, without the sign. */
        FORMULA
    }

    /** Column letters of an index from 0: 0 is A, 26 is AA. */
    public static String letters(int column) {
        var letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) letters.append((char) ('A' + (rest - 1) % 26));
        return letters.reverse().toString();
    }
}
