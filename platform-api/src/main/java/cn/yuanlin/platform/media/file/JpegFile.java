package cn.yuanlin.platform.media.file;

import java.io.ByteArrayOutputStream;

/** Walks a JPEG from marker to marker, to its very end. */
final class JpegFile {
    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int DQT = 0xdb;
    private static final int DHT = 0xc4;
    private static final int DRI = 0xdd;
    private static final int JFIF = 0xe0;
    private static final int EXIF = 0xe1;
    private static final int ADOBE = 0xee;
    private static final int PROGRESSIVE = 0xc2;
    /** Phones use ten. */
    private static final int MOST_SCANS = 50;
    /** Each scan is another walk through all pixels: twelve through the largest picture, more only through a smaller one. */
    private static final long MOST_PIXELS_WALKED = 12 * PictureHeader.MOST_PIXELS_IN_PASSES;
    /** Says how colours are meant, and nothing else. */
    private static final byte[] PLAIN_JFIF = {
        (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
    };

    private final Bytes file;
    private final ByteArrayOutputStream bare = new ByteArrayOutputStream();
    private Orientation orientation = Orientation.UPRIGHT;
    private int width;
    private int height;
    private int components;
    private boolean progressive;
    private int scans;

    private JpegFile(Bytes file) {
        this.file = file;
    }

    static PictureHeader read(Bytes file) throws RefusedFile {
        return new JpegFile(file).walk();
    }

    private PictureHeader walk() throws RefusedFile {
        copy(0, 2);
        var at = 2;
        while (true) {
            var marker = marker(at);
            at = marker.end();
            if (marker.code() == EOI) break;
            at = segment(marker.code(), at);
        }
        if (components == 0 || scans == 0) throw Refusal.DAMAGED.because();
        if ((long) width * height * scans > MOST_PIXELS_WALKED) throw Refusal.TOO_MANY_PIXELS.because();
        copy(at - 2, at);
        Trailer.ofJpeg(file, at);
        return new PictureHeader(
                FileKind.JPEG, width, height, components, progressive, orientation, bare.toByteArray());
    }

    private record Marker(int code, int end) {}

    /** Any number of 0xff may stand before a marker's code. */
    private Marker marker(int from) throws RefusedFile {
        if (file.u8(from) != 0xff) throw Refusal.DAMAGED.because();
        var at = from + 1;
        while (file.u8(at) == 0xff) at++;
        var code = file.u8(at);
        if (code == 0 || code == SOI || isStandalone(code)) throw Refusal.DAMAGED.because();
        return new Marker(code, at + 1);
    }

    /** @return where the next marker begins */
    private int segment(int code, int at) throws RefusedFile {
        var length = file.u16(at);
        var end = at + length;
        file.require(at, length);
        if (length < 2) throw Refusal.DAMAGED.because();
        if (isFrame(code)) frame(code, at);
        if (code == EXIF && orientation.isUpright() && file.has(at + 2, "Exif\0\0"))
            orientation = Orientation.inTiff(file, at + 8);
        if (code == JFIF && file.has(at + 2, "JFIF\0")) bare.writeBytes(PLAIN_JFIF);
        else if (isNeeded(code, at)) {
            bare.write(0xff);
            bare.write(code);
            copy(at, end);
        }
        return code == SOS ? scan(end) : end;
    }

    private boolean isNeeded(int code, int at) {
        return switch (code) {
            case DQT, DHT, DRI, SOS -> true;
            case ADOBE -> file.has(at + 2, "Adobe");
            default -> isFrame(code);
        };
    }

    /** Baseline, extended or progressive, 8 bits, grey or three colours: what cameras make. */
    private void frame(int code, int at) throws RefusedFile {
        if (components != 0) throw Refusal.DAMAGED.because();
        if (code > PROGRESSIVE || file.u8(at + 2) != 8) throw Refusal.UNSUPPORTED_PICTURE.because();
        height = file.u16(at + 3);
        width = file.u16(at + 5);
        components = file.u8(at + 7);
        progressive = code == PROGRESSIVE;
        if (components != 1 && components != 3) throw Refusal.UNSUPPORTED_PICTURE.because();
    }

    private int scan(int from) throws RefusedFile {
        if (components == 0 || ++scans > MOST_SCANS) throw Refusal.DAMAGED.because();
        var at = from;
        while (true) {
            if (file.u8(at) != 0xff) {
                at++;
                continue;
            }
            var next = file.u8(at + 1);
            if (next != 0 && next != 0xff && !isRestart(next)) break;
            at += next == 0xff ? 1 : 2;
        }
        copy(from, at);
        return at;
    }

    private static boolean isFrame(int code) {
        return code >= 0xc0 && code <= 0xcf && code != DHT && code != 0xc8 && code != 0xcc;
    }

    private static boolean isRestart(int code) {
        return code >= 0xd0 && code <= 0xd7;
    }

    private static boolean isStandalone(int code) {
        return isRestart(code) || code == 0x01;
    }

    private void copy(int from, int to) {
        bare.write(file.file(), from, to - from);
    }
}
