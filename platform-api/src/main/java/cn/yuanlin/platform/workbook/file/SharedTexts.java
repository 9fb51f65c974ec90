package cn.yuanlin.platform.workbook.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The table of texts that cells point into, packed as UTF-8 in one array: half a million short strings as objects would cost
 * several times their text.
 */
final class SharedTexts extends DefaultHandler {
    static final int MAX_COUNT = 1_000_000;
    static final int MAX_BYTES = 24 << 20;

    private byte[] bytes = new byte[1 << 12];
    private int[] ends = new int[256];
    private int used;
    private int count;
    private final StringBuilder text = new StringBuilder();
    private boolean inText;
    private int phonetic;

    /** @throws UnreadableWorkbook if the file has no such text */
    String get(int index) throws UnreadableWorkbook {
        if (index < 0 || index >= count) throw new UnreadableWorkbook(Refusal.Code.DAMAGED);
        int start = index == 0 ? 0 : ends[index - 1];
        return new String(bytes, start, ends[index] - start, UTF_8);
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        switch (name) {
            case "si" -> text.setLength(0);
            case "rPh" -> phonetic++;
            case "t" -> inText = phonetic == 0;
            default -> {
                // fonts of rich text say nothing
            }
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) throws SAXException {
        switch (name) {
            case "si" -> add(EscapedText.decode(text.toString()).getBytes(UTF_8));
            case "rPh" -> phonetic--;
            case "t" -> inText = false;
            default -> {
                // as above
            }
        }
    }

    @Override
    public void characters(char[] chars, int start, int length) throws SAXException {
        if (!inText) return;
        if (text.length() + length > SheetParser.MAX_CELL_TEXT)
            throw new SAXException(new UnreadableWorkbook(Refusal.Code.TOO_MUCH_TEXT));
        text.append(chars, start, length);
    }

    private void add(byte[] utf8) throws SAXException {
        if (count == MAX_COUNT || used + utf8.length > MAX_BYTES)
            throw new SAXException(new UnreadableWorkbook(Refusal.Code.TOO_MUCH_TEXT));
        if (used + utf8.length > bytes.length)
            bytes = Arrays.copyOf(bytes, Math.max(used + utf8.length, bytes.length + (bytes.length >> 1)));
        if (count == ends.length) ends = Arrays.copyOf(ends, ends.length * 2);
        System.arraycopy(utf8, 0, bytes, used, utf8.length);
        used += utf8.length;
        ends[count++] = used;
    }
}
