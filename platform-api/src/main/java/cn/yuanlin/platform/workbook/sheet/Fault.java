package cn.yuanlin.platform.workbook.sheet;

/** What can be wrong with a cell, a column or a sheet. The names are part of the API. */
public enum Fault {
    REQUIRED,
    FORMULA,
    CELL_ERROR,
    NOT_TEXT,
    BECAME_DATE,
    LOST_DIGITS,
    TOO_LONG,
    NOT_NUMBER,
    NOT_WHOLE,
    TOO_MANY_DECIMALS,
    OUT_OF_RANGE,
    NOT_DATE,
    IN_FUTURE,
    NOT_IN_LIST,
    PHONE_FORMAT,
    SLUG_FORMAT,
    SLUG_MISMATCH,
    BUILDING_FORMAT,
    UNIT_FORMAT,
    SHARE_FORMAT,
    ID_FORMAT,
    ID_CHECKSUM,
    ID_INCOMPLETE,
    ID_TYPE_MISMATCH,
    ID_NAME_CONFLICT,
    DUPLICATE,
    UNKNOWN_BUILDING,
    UNKNOWN_UNIT,
    SHARES_NOT_WHOLE,
    TOO_MANY_OWNERS,
    TWO_REPRESENTATIVES,
    AGENT_INCOMPLETE,
    REFERENCE_INCOMPLETE,
    COLUMN_MISSING,
    COLUMN_UNKNOWN,
    FIELD_MISSING,
    FIELD_UNKNOWN,
    SHEET_EMPTY,
    SHEET_TOO_LONG,
    SHEET_UNKNOWN,
    // Below here: worth a look, but no obstacle.
    NO_REPRESENTATIVE,
    NO_OWNER,
    NAME_DIFFERS,
    PHONE_CONFLICT,
    ABOVE_REFERENCE;

    /** Whether a workbook with this can be imported all the same. */
    public boolean isWarning() {
        return compareTo(NO_REPRESENTATIVE) >= 0;
    }
}
