package cn.yuanlin.platform.workbook.file;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

/** What a file is by its first bytes, whatever its name says. */
final class Envelope {
    private static final byte[] OLE2 = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    // An encrypted .xlsx is an OLE2 container with a stream of this name; its directory stores names in UTF-16.
    private static final byte[] ENCRYPTED_STREAM = "EncryptedPackage".getBytes(UTF_16LE);
    private static final int PROBE = 8192;

    private Envelope() {}

    /** Passes a zip on; refuses everything else by its kind. */
    static void check(byte[] file) throws UnreadableWorkbook {
        if (file.length == 0) throw new UnreadableWorkbook(Refusal.Code.EMPTY);
        if (startsWith(file, ZIP)) return;
        if (startsWith(file, OLE2))
            throw new UnreadableWorkbook(
                    contains(file, ENCRYPTED_STREAM) ? Refusal.Code.ENCRYPTED : Refusal.Code.OLD_XLS);
        throw new UnreadableWorkbook(looksLikeText(file) ? Refusal.Code.TEXT_FILE : Refusal.Code.NOT_XLSX);
    }

    /** Text of any encoding in use here: UTF-8 and GB 18030 have no control bytes; UTF-16 is tried with and without a mark. */
    private static boolean looksLikeText(byte[] file) {
        int length = Math.min(file.length, PROBE) & ~1;
        return hasNoControlBytes(file)
                || isText(new String(file, 0, length, UTF_16LE))
                || isText(new String(file, 0, length, UTF_16BE));
    }

    private static boolean hasNoControlBytes(byte[] file) {
        for (int i = 0; i < Math.min(file.length, PROBE); i++) {
            int b = file[i] & 0xFF;
            if (b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f') return false;
        }
        return true;
    }

    /** Lines with separators, and hardly a sign that nobody writes. */
    private static boolean isText(String text) {
        boolean separated = text.indexOf('\n') >= 0 && (text.indexOf(',') >= 0 || text.indexOf('\t') >= 0);
        return separated && text.chars().filter(Envelope::isStrange).count() * 100 < text.length();
    }

    private static boolean isStrange(int sign) {
        return !Character.isDefined(sign)
                || Character.getType(sign) == Character.PRIVATE_USE
                || (Character.isISOControl(sign) && sign != '\n' && sign != '\r' && sign != '\t');
    }

    private static boolean startsWith(byte[] file, byte[] prefix) {
        if (file.length < prefix.length) return false;
        for (int i = 0; i < prefix.length; i++) if (file[i] != prefix[i]) return false;
        return true;
    }

    private static boolean contains(byte[] file, byte[] wanted) {
        outer:
        for (int i = 0; i <= file.length - wanted.length; i++) {
            for (int j = 0; j < wanted.length; j++) if (file[i + j] != wanted[j]) continue outer;
            return true;
        }
        return false;
    }
}
