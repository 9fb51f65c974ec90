package cn.yuanlin.platform.media.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks through a PDF for what acts by itself. A PDF can't be made anew as a picture can, so this is one fence; the other is that it is
 * only ever handed out to be saved, never shown as a page of ours.
 */
final class PdfFile {
    private static final Pattern NAME =
            Pattern.compile("/([^\\x00\\s/<>\\[\\](){}%]{1,60})(?=[\\x00\\s/<>\\[\\](){}%])");
    private static final Pattern ESCAPE = Pattern.compile("#([0-9a-fA-F]{2})");
    private static final Pattern DATA = Pattern.compile("stream\r?\n");
    private static final Set<String> ACTIVE = Set.of(
            "JavaScript", "Launch", "EmbeddedFile", "EmbeddedFiles", "RichMedia", "XFA", "SubmitForm", "ImportData");
    private static final int TAIL = 1_024;
    private static final int MOST_UNPACKED = 16 << 20;

    private int unpacked;

    private PdfFile() {}

    static void require(Bytes file) throws RefusedFile {
        var text = file.text(0, file.length());
        if (!text.substring(Math.max(0, text.length() - TAIL)).contains("%%EOF")) throw Refusal.DAMAGED.because();
        new PdfFile().look(text, true);
    }

    /** @param packed whether objects may lie packed in it, which they may not inside of packed ones */
    private void look(String text, boolean packed) throws RefusedFile {
        var names = NAME.matcher(text);
        while (names.find()) {
            var name = plain(names.group(1));
            if (name.equals("Encrypt")) throw Refusal.ENCRYPTED.because();
            if (ACTIVE.contains(name)) throw Refusal.ACTIVE_CONTENT.because();
            if (packed && name.equals("ObjStm")) look(unpack(text, names.end()), false);
        }
    }

    private static String plain(String name) {
        if (name.indexOf('#') < 0) return name;
        return ESCAPE.matcher(name)
                .replaceAll(hex -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(hex.group(1), 16))));
    }

    /** Packed in any other way than everybody does, it can't be looked into, and is refused. */
    private String unpack(String text, int dictionary) throws RefusedFile {
        var data = DATA.matcher(text);
        if (!data.find(dictionary)) throw Refusal.DAMAGED.because();
        var inflater = new Inflater();
        try {
            inflater.setInput(text.substring(data.end()).getBytes(ISO_8859_1));
            var plain = new StringBuilder();
            var buffer = new byte[1 << 16];
            while (!inflater.finished()) {
                var count = inflater.inflate(buffer);
                unpacked += count;
                if (count == 0 || unpacked > MOST_UNPACKED) throw Refusal.DAMAGED.because();
                plain.append(new String(buffer, 0, count, ISO_8859_1));
            }
            return plain.append('\n').toString();
        } catch (DataFormatException otherwisePacked) {
            throw Refusal.DAMAGED.because();
        } finally {
            inflater.end();
        }
    }
}
