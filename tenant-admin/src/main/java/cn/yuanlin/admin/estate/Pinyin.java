package cn.yuanlin.admin.estate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.sourceforge.pinyin4j.PinyinHelper;
import net.sourceforge.pinyin4j.format.HanyuPinyinCaseType;
import net.sourceforge.pinyin4j.format.HanyuPinyinOutputFormat;
import net.sourceforge.pinyin4j.format.HanyuPinyinToneType;
import net.sourceforge.pinyin4j.format.HanyuPinyinVCharType;
import net.sourceforge.pinyin4j.format.exception.BadHanyuPinyinOutputFormatCombination;

/** A name as a slug would spell it: two characters a word, as names of estates are usually read (迪赛缘园: disai-yuanyuan). */
final class Pinyin {
    private static final HanyuPinyinOutputFormat PLAIN = plain();
    private static final int WORD = 2;

    private Pinyin() {}

    /** Never empty, always a valid slug, not necessarily free. */
    static String slugFor(String name) {
        var words = new ArrayList<String>();
        var syllables = new ArrayList<String>();
        var latin = new StringBuilder();
        for (var character : name.toLowerCase(Locale.ROOT).toCharArray()) {
            var reading = reading(character);
            if (!reading.isEmpty()) {
                flush(latin, words);
                syllables.add(reading);
            } else if (character >= 'a' && character <= 'z' || character >= '0' && character <= '9') {
                join(syllables, words);
                latin.append(character);
            } else {
                join(syllables, words);
                flush(latin, words);
            }
        }
        join(syllables, words);
        flush(latin, words);
        return fit(words);
    }

    private static void flush(StringBuilder latin, List<String> words) {
        if (!latin.isEmpty()) {
            words.add(latin.toString());
            latin.setLength(0);
        }
    }

    /** Pairs; a last single character goes with the pair before it. */
    private static void join(List<String> syllables, List<String> words) {
        for (var at = 0; at < syllables.size(); ) {
            var end = syllables.size() - at <= WORD + 1 ? syllables.size() : at + WORD;
            words.add(String.join("", syllables.subList(at, end)));
            at = end;
        }
        syllables.clear();
    }

    private static String fit(List<String> words) {
        var slug = new StringBuilder();
        for (var word : words) {
            var part = word.length() > Slug.LONGEST ? word.substring(0, Slug.LONGEST) : word;
            if (slug.length() + 1 + part.length() > Slug.LONGEST - 4) {
                break;
            }
            slug.append(slug.isEmpty() ? "" : "-").append(part);
        }
        if (slug.isEmpty() || !Character.isLetter(slug.charAt(0))) {
            slug.insert(0, slug.isEmpty() ? "xiaoqu" : "xq-");
        }
        return Slug.complaint(slug.toString()).isEmpty() ? slug.toString() : slug + "-xq";
    }

    private static String reading(char character) {
        try {
            var readings = PinyinHelper.toHanyuPinyinStringArray(character, PLAIN);
            return readings == null || readings.length == 0 ? "" : readings[0];
        } catch (BadHanyuPinyinOutputFormatCombination impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static HanyuPinyinOutputFormat plain() {
        var format = new HanyuPinyinOutputFormat();
        format.setCaseType(HanyuPinyinCaseType.LOWERCASE);
        format.setToneType(HanyuPinyinToneType.WITHOUT_TONE);
        format.setVCharType(HanyuPinyinVCharType.WITH_V);
        return format;
    }
}
