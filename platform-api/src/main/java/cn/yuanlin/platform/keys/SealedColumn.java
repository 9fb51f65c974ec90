package cn.yuanlin.platform.keys;

/**
 * A column of an estate's schema that keeps what was encrypted with the estate's keys; contributed as a bean by the feature that fills
 * it, so that a new key reaches it. The schema names it in {@code sealed_column}.
 *
 * @param kind what {@link EstateSecrets} was given as column or kind
 * @param place an SQL expression over the row for what it was given as row or id
 */
public record SealedColumn(String table, String column, Form form, String kind, String place) {
    /** By which of the estate's keys. */
    public enum Form {
        TEXT,
        FILE
    }

    /** The same, under the key that writes now. */
    public byte[] renewed(byte[] sealed, String row, EstateSecrets secrets) {
        return switch (form) {
            case TEXT -> secrets.encrypt(secrets.decrypt(sealed, kind, row), kind, row);
            case FILE -> secrets.renewedFile(sealed, kind, row);
        };
    }
}
