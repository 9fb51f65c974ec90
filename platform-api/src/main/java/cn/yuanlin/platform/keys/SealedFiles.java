package cn.yuanlin.platform.keys;

import java.util.List;

/**
 * Files outside of the database that were encrypted with the estate's key, contributed as a bean; for each there is a row with the
 * {@linkplain EstateSecrets#filePrefix() prefix} of its key in a column that the schema names in {@code sealed_column}.
 */
public interface SealedFiles {
    String table();

    String column();

    /**
     * Encrypts some more files anew, of the estate that is bound; outside of transactions. Cut off, it is to be called again.
     *
     * @param secrets with the key that writes now
     * @param retired prefixes of the keys that do no more
     * @return false if there was none left
     */
    boolean renewSome(EstateSecrets secrets, List<byte[]> retired);
}
