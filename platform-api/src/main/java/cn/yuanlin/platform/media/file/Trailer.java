package cn.yuanlin.platform.media.file;

import java.util.regex.Pattern;

/**
 * What stands behind the end of a file, or hides in it so that another program takes the file for something else. Phones append a
 * second exposure or a second of film to a JPEG; that falls away with the rest. All else is refused.
 */
final class Trailer {
    private static final int ZIP_END_BYTES = 22;
    private static final int ZIP_LONGEST_COMMENT = 65_535;
    /** Readers of PDF look for the beginning this far in. */
    private static final int PDF_SEARCHED = 1_024;
    /** A browser that guesses looks this far in. */
    private static final int HTML_SEARCHED = 1_024;

    private static final Pattern MARKUP = Pattern.compile("(?i)<(!doctype|html|script|svg|\\?php|body|iframe)");

    private Trailer() {}

    static void ofJpeg(Bytes file, int end) throws RefusedFile {
        var at = end;
        while (at < file.length() && file.u8(at) == 0) at++;
        if (at == file.length()) return;
        var secondPicture = file.has(at, "\u00ff\u00d8\u00ff");
        var film = beginsWithFilm(file, end) || beginsWithFilm(file, at - 3) || beginsWithFilm(file, at);
        var samsung = file.has(file.length() - 4, "SEFT");
        if (!secondPicture && !film && !samsung) throw Refusal.TWO_KINDS.because();
    }

    /** The word follows the length of the first box, whose own first bytes are zeros. */
    private static boolean beginsWithFilm(Bytes file, int at) {
        return file.has(at + 4, "ftyp");
    }

    /** @throws RefusedFile if another program would open it as an archive, a page or a document */
    static void requireOneKind(Bytes file, FileKind kind) throws RefusedFile {
        if (endsAsZip(file)) throw Refusal.TWO_KINDS.because();
        if (kind == FileKind.PDF) return;
        var head = file.text(0, Math.min(file.length(), PDF_SEARCHED));
        if (head.contains("%PDF-")) throw Refusal.TWO_KINDS.because();
        if (MARKUP.matcher(file.text(0, Math.min(file.length(), HTML_SEARCHED))).find())
            throw Refusal.TWO_KINDS.because();
    }

    /** Archives are read from their end. What is said there of the directory must fit into the file, so that chance makes none. */
    private static boolean endsAsZip(Bytes file) throws RefusedFile {
        var earliest = Math.max(0, file.length() - ZIP_END_BYTES - ZIP_LONGEST_COMMENT);
        for (var at = file.length() - ZIP_END_BYTES; at >= earliest; at--) {
            if (file.u8(at) == 'P' && file.has(at, "PK\u0005\u0006") && hasDirectory(file, at)) return true;
        }
        return false;
    }

    private static boolean hasDirectory(Bytes file, int end) throws RefusedFile {
        var size = file.littleU24(end + 12) | (long) file.u8(end + 15) << 24;
        var offset = file.littleU24(end + 16) | (long) file.u8(end + 19) << 24;
        return size + offset <= end;
    }
}
