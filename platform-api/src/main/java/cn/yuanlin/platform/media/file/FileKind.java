package cn.yuanlin.platform.media.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Set;

/** Told by the first bytes alone: names and media types are whatever the sender says. */
enum FileKind {
    JPEG,
    PNG,
    WEBP,
    PDF;

    private static final Set<String> HEIC_BRANDS =
            Set.of("heic", "heix", "hevc", "heim", "heis", "mif1", "msf1", "avif");

    static FileKind of(byte[] file) throws RefusedFile {
        if (startsWith(file, 0, "\u00ff\u00d8\u00ff")) return JPEG;
        if (startsWith(file, 0, "\u0089PNG\r\n\u001a\n")) return PNG;
        if (startsWith(file, 0, "RIFF") && startsWith(file, 8, "WEBP")) return WEBP;
        if (startsWith(file, 0, "%PDF-")) return PDF;
        if (startsWith(file, 4, "ftyp") && HEIC_BRANDS.contains(new Bytes(file).text(8, 4)))
            throw Refusal.HEIC.because();
        throw Refusal.UNKNOWN_KIND.because();
    }

    private static boolean startsWith(byte[] file, int from, String bytes) {
        return file.length >= from + bytes.length() && new String(file, from, bytes.length(), ISO_8859_1).equals(bytes);
    }
}
