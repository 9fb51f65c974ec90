package cn.yuanlin.platform.export;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Makes readable what a feature keeps encrypted, for the export only. A feature contributes one for each such table, as a bean. */
public interface SecretColumns {
    String table();

    /** Each encrypted column, and what it is called where it is plain. */
    Map<String, String> plainNames();

    /** Columns that mean nothing without the estate's key, and are left out. */
    Set<String> leftOut();

    /** Opens what is needed to read them, once for all rows; called in the estate's transaction. */
    Reading open();

    /** Reads encrypted columns of one table. */
    interface Reading {
        /**
         * @param row all columns as they are kept; bytes are text of the form {@code \x0a1b}
         * @return the plain text of one encrypted column that is not null
         */
        String plain(String column, JsonNode row);
    }
}
