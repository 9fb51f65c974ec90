package cn.yuanlin.platform.workbook.sheet;

import java.util.LinkedHashMap;
import java.util.Map;

/** The words a clerk chooses from, in the order of the list, and what they stand for. */
final class Words {
    private Words() {}

    /** @param pairs word, meaning, word, meaning ... */
    static <T> Map<String, T> of(Class<T> type, Object... pairs) {
        var words = new LinkedHashMap<String, T>();
        for (int i = 0; i < pairs.length; i += 2) words.put((String) pairs[i], type.cast(pairs[i + 1]));
        return words;
    }
}
