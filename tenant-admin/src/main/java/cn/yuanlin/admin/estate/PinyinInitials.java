package cn.yuanlin.admin.estate;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.sourceforge.pinyin4j.PinyinHelper;

/**
 * First letters of a name as it may be read aloud: 重兴园 is {@code zxy} and {@code cxy}. Every reading counts, because
 * which one people mean depends on the word, and a search should rather find too much.
 */
final class PinyinInitials {
    /** Names with more readings than this are kept with the usual one from there on. */
    static final int MOST_READINGS = 16;

    private PinyinInitials() {}

    /** All readings in lower case, separated by spaces; letters and digits stand for themselves, other signs for nothing. */
    static String of(String name) {
        Set<String> readings = new LinkedHashSet<>(List.of(""));
        for (var sign : name.codePoints().toArray()) {
            readings = continued(readings, initials(sign));
        }
        return String.join(" ", readings);
    }

    private static Set<String> continued(Set<String> readings, List<String> initials) {
        if (initials.isEmpty()) {
            return readings;
        }
        var allowed = readings.size() * initials.size() <= MOST_READINGS ? initials : initials.subList(0, 1);
        var next = new LinkedHashSet<String>();
        for (var reading : readings) {
            allowed.forEach(initial -> next.add(reading + initial));
        }
        return next;
    }

    private static List<String> initials(int sign) {
        var readings = sign <= Character.MAX_VALUE ? PinyinHelper.toHanyuPinyinStringArray((char) sign) : null;
        if (readings != null) {
            return Arrays.stream(readings)
                    .map(reading -> reading.substring(0, 1))
                    .distinct()
                    .toList();
        }
        return Character.isLetterOrDigit(sign)
                ? List.of(Character.toString(sign).toLowerCase(Locale.ROOT))
                : List.of();
    }
}
