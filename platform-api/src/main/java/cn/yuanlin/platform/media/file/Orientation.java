package cn.yuanlin.platform.media.file;

import java.awt.geom.AffineTransform;

/** How a phone was held: the only thing in EXIF that changes what one sees. Numbered as EXIF does, 1 to 8. */
record Orientation(int number) {
    static final Orientation UPRIGHT = new Orientation(1);
    private static final int TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY_BYTES = 12;
    private static final int MOST_ENTRIES = 500;

    /** Reads a TIFF structure; whatever is wrong with it, the picture is then taken to be upright. */
    static Orientation inTiff(Bytes file, int start) {
        try {
            var little = file.has(start, "II*\0");
            if (!little && !file.has(start, "MM\0*")) return UPRIGHT;
            var directory = start + u32(file, start + 4, little);
            var entries = Math.min(u16(file, directory, little), MOST_ENTRIES);
            for (var n = 0; n < entries; n++) {
                var entry = directory + 2 + n * ENTRY_BYTES;
                if (u16(file, entry, little) == TAG && u16(file, entry + 2, little) == SHORT)
                    return of(u16(file, entry + 8, little));
            }
            return UPRIGHT;
        } catch (RefusedFile broken) {
            return UPRIGHT;
        }
    }

    private static Orientation of(int number) {
        return number >= 1 && number <= 8 ? new Orientation(number) : UPRIGHT;
    }

    private static int u16(Bytes file, int at, boolean little) throws RefusedFile {
        return little ? file.u8(at) | file.u8(at + 1) << 8 : file.u16(at);
    }

    private static int u32(Bytes file, int at, boolean little) throws RefusedFile {
        var value = little ? file.littleU31(at) : file.u31(at);
        if (value > file.length()) throw Refusal.DAMAGED.because();
        return value;
    }

    boolean isUpright() {
        return number == 1;
    }

    boolean swapsSides() {
        return number >= 5;
    }

    /** Turns a picture of that size upright, its corner at the origin again. */
    AffineTransform upright(int width, int height) {
        return switch (number) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
