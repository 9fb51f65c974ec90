package cn.yuanlin.platform.media.file;

import java.io.ByteArrayOutputStream;
import java.util.Set;
import java.util.zip.CRC32;

/** Walks a PNG from chunk to chunk, to its very end. */
final class PngFile {
    private static final int SIGNATURE = 8;
    /** Without texts, profiles and further frames, some of which a decoder would unpack whatever their size. */
    private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    private PngFile() {}

    static PictureHeader read(Bytes file) throws RefusedFile {
        var bare = new ByteArrayOutputStream();
        bare.write(file.file(), 0, SIGNATURE);
        if (!file.has(SIGNATURE + 4, "IHDR") || file.u31(SIGNATURE) != 13) throw Refusal.DAMAGED.because();
        var at = SIGNATURE;
        String type;
        do {
            var length = file.u31(at);
            type = file.text(at + 4, 4);
            file.require(at + 8, length);
            var end = at + 8 + length + 4;
            requireWhole(file, at + 4, length + 4);
            if (NEEDED.contains(type)) bare.write(file.file(), at, end - at);
            at = end;
        } while (!type.equals("IEND"));
        if (at != file.length()) throw Refusal.TWO_KINDS.because();
        var header = SIGNATURE + 8;
        return new PictureHeader(
                FileKind.PNG,
                file.u31(header),
                file.u31(header + 4),
                bytesPerPixel(file.u8(header + 8), file.u8(header + 9)),
                file.u8(header + 12) != 0,
                Orientation.UPRIGHT,
                bare.toByteArray());
    }

    private static void requireWhole(Bytes file, int from, int length) throws RefusedFile {
        file.require(from + length, 4);
        var sum = new CRC32();
        sum.update(file.file(), from, length);
        var said = (long) file.u16(from + length) << 16 | file.u16(from + length + 2);
        if (sum.getValue() != said) throw Refusal.DAMAGED.because();
    }

    private static int bytesPerPixel(int bitDepth, int colourType) throws RefusedFile {
        var channels = switch (colourType) {
            case 0, 3 -> 1;
            case 4 -> 2;
            case 2 -> 3;
            case 6 -> 4;
            default -> throw Refusal.DAMAGED.because();
        };
        return bitDepth == 16 ? channels * 2 : channels;
    }
}
