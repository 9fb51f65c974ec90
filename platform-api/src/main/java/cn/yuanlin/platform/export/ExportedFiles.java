package cn.yuanlin.platform.export;

import java.io.IOException;
import java.io.InputStream;

/** What a feature keeps outside the tables, for the export. It contributes one, as a bean. */
public interface ExportedFiles {
    /** Where they stand in the zip, such as {@code media}. */
    String folder();

    /** Adds them all, readable, one after the other; called in the estate's transaction that only reads. */
    void addTo(Target target) throws IOException;

    /** Takes them. */
    interface Target {
        /** @param name within the folder, each once @param content read to its end, closed by the caller */
        void add(String name, InputStream content) throws IOException;
    }
}
