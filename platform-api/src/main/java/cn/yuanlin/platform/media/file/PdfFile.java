package cn.yuanlin.platform.media.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Looks through a PDF for what acts by itself. A PDF can't be made anew as a picture can, so this is one fence; the other is that it is
 * only ever handed out to be saved, never shown as a page of ours. The time it takes grows with the file's length and no faster: all
 * other uploads of the cell wait for it.
 */
final class PdfFile {
    private static final Pattern NAME =
            Pattern.compile("/([^\\x00\\s/<>\\[\\](){}%]{1,60}+)(?=[\\x00\\s/<>\\[\\](){}%])");
    private static final Pattern ESCAPE = Pattern.compile("#([0-9a-fA-F]{2})");
    private static final Pattern DATA = Pattern.compile("stream\r?\n");
    private static final Set<String> ACTIVE = Set.of(
            "JavaScript", "Launch", "EmbeddedFile", "EmbeddedFiles", "RichMedia", "XFA", "SubmitForm", "ImportData");
    private static final int TAIL = 1_024;
    private static final int MOST_UNPACKED = 16 << 20;
    /** Programs pack a hundred objects or more into each. */
    private static final int MOST_PACKS = 10_000;

    private final byte[] file;
    private final Matcher data;
    private final byte[] buffer = new byte[1 << 16];
    private int packs;
    private int packBegins;
    private long packedBytes;
    private int unpacked;

    private PdfFile(byte[] file, String text) {
        this.file = file;
        this.data = DATA.matcher(text);
    }

    static void require(Bytes file) throws RefusedFile {
        var text = file.text(0, file.length());
        if (!text.substring(Math.max(0, text.length() - TAIL)).contains("%%EOF")) throw Refusal.DAMAGED.because();
        var inflater = new Inflater();
        try {
            new PdfFile(file.file(), text).look(text, inflater);
        } finally {
            inflater.end();
        }
    }

    /** @param inflater for objects that lie packed in it; null inside of packed ones, where none may */
    private void look(String text, @Nullable Inflater inflater) throws RefusedFile {
        var names = NAME.matcher(text);
        while (names.find()) {
            var name = plain(names.group(1));
            if (name.equals("Encrypt")) throw Refusal.ENCRYPTED.because();
            if (ACTIVE.contains(name)) throw Refusal.ACTIVE_CONTENT.because();
            if (inflater != null && name.equals("ObjStm")) look(unpack(names.start(), inflater), null);
        }
    }

    private static String plain(String name) {
        if (name.indexOf('#') < 0) return name;
        return ESCAPE.matcher(name)
                .replaceAll(hex -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(hex.group(1), 16))));
    }

    /**
     * Packed in any other way than everybody does, it can't be looked into, and is refused. So is a file whose packs share their bytes:
     * each names its own, so that none is searched or unpacked twice.
     */
    private String unpack(int dictionary, Inflater inflater) throws RefusedFile {
        if (++packs > MOST_PACKS || dictionary < packBegins || !data.find(dictionary)) throw Refusal.DAMAGED.because();
        packBegins = data.end();
        inflater.reset();
        inflater.setInput(file, packBegins, (int) Math.min(file.length - packBegins, file.length - packedBytes));
        try {
            var plain = new StringBuilder();
            while (!inflater.finished()) {
                var count = inflater.inflate(buffer);
                unpacked += count;
                if (count == 0 || unpacked > MOST_UNPACKED) throw Refusal.DAMAGED.because();
                plain.append(new String(buffer, 0, count, ISO_8859_1));
            }
            packedBytes += inflater.getBytesRead();
            return plain.append('\n').toString();
        } catch (DataFormatException otherwisePacked) {
            throw Refusal.DAMAGED.because();
        }
    }
}
