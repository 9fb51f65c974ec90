package cn.yuanlin.platform.export;

import tools.jackson.databind.node.ObjectNode;

/** Makes readable what a feature keeps encrypted, for the export only. A feature contributes one for each such table, as a bean. */
public interface SecretColumns {
    String table();

    /**
     * Replaces what is encrypted by plain text, and takes out what only the estate's key could use.
     *
     * @param row by column; bytes are text of the form {@code \x0a1b}
     */
    void reveal(ObjectNode row);
}
