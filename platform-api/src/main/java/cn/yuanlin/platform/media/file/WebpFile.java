package cn.yuanlin.platform.media.file;

import java.io.ByteArrayOutputStream;

/** Walks a WebP from chunk to chunk, to its very end. Stills only. */
final class WebpFile {
    private static final int HEADER = 12;
    private static final int ANIMATED = 0x02;
    private static final int HAS_ALPHA = 0x10;

    private final Bytes file;
    private final ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    private Orientation orientation = Orientation.UPRIGHT;
    private int width;
    private int height;
    private boolean hasPicture;

    private WebpFile(Bytes file) {
        this.file = file;
    }

    static PictureHeader read(Bytes file) throws RefusedFile {
        return new WebpFile(file).walk();
    }

    private PictureHeader walk() throws RefusedFile {
        var size = file.littleU31(4);
        if (size > file.length() - 8) throw Refusal.DAMAGED.because();
        if (size + 8 + (size & 1) < file.length()) throw Refusal.TWO_KINDS.because();
        var at = HEADER;
        while (at < size + 8) {
            var type = file.text(at, 4);
            var length = file.littleU31(at + 4);
            file.require(at + 8, length);
            chunk(type, at + 8, length);
            at += 8 + length + (length & 1);
        }
        if (!hasPicture) throw Refusal.DAMAGED.because();
        return new PictureHeader(FileKind.WEBP, width, height, 4, false, orientation, bare());
    }

    private void chunk(String type, int at, int length) throws RefusedFile {
        switch (type) {
            case "VP8X" -> {
                if ((file.u8(at) & ANIMATED) != 0) throw Refusal.UNSUPPORTED_PICTURE.because();
                grow(file.littleU24(at + 4) + 1, file.littleU24(at + 7) + 1);
                var kept = new byte[10];
                System.arraycopy(file.file(), at, kept, 0, kept.length);
                kept[0] &= HAS_ALPHA;
                write(type, kept, 0, kept.length);
            }
            case "VP8 " -> {
                if (file.u8(at + 3) != 0x9d || file.u8(at + 4) != 0x01 || file.u8(at + 5) != 0x2a)
                    throw Refusal.DAMAGED.because();
                grow(
                        (file.u8(at + 6) | file.u8(at + 7) << 8) & 0x3fff,
                        (file.u8(at + 8) | file.u8(at + 9) << 8) & 0x3fff);
                picture(type, at, length);
            }
            case "VP8L" -> {
                if (file.u8(at) != 0x2f) throw Refusal.DAMAGED.because();
                var bits = file.littleU24(at + 1) | (long) file.u8(at + 4) << 24;
                grow((int) (bits & 0x3fff) + 1, (int) (bits >> 14 & 0x3fff) + 1);
                picture(type, at, length);
            }
            case "ALPH" -> write(type, file.file(), at, length);
            case "EXIF" -> orientation = Orientation.inTiff(file, file.has(at, "Exif\0\0") ? at + 6 : at);
            default -> {}
        }
    }

    private void picture(String type, int at, int length) throws RefusedFile {
        if (hasPicture) throw Refusal.DAMAGED.because();
        hasPicture = true;
        write(type, file.file(), at, length);
    }

    /** The canvas and what is painted on it may say different sizes: the larger one counts. */
    private void grow(int itsWidth, int itsHeight) {
        width = Math.max(width, itsWidth);
        height = Math.max(height, itsHeight);
    }

    private void write(String type, byte[] from, int at, int length) {
        for (var n = 0; n < 4; n++) chunks.write(type.charAt(n));
        writeLittle(chunks, length);
        chunks.write(from, at, length);
        if ((length & 1) == 1) chunks.write(0);
    }

    private byte[] bare() {
        var bare = new ByteArrayOutputStream();
        bare.write(file.file(), 0, 4);
        writeLittle(bare, chunks.size() + 4);
        bare.write(file.file(), 8, 4);
        bare.writeBytes(chunks.toByteArray());
        return bare.toByteArray();
    }

    private static void writeLittle(ByteArrayOutputStream target, int value) {
        for (var shift = 0; shift < 32; shift += 8) target.write(value >> shift);
    }
}
