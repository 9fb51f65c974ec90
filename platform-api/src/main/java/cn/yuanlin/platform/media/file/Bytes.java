package cn.yuanlin.platform.media.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** A file's bytes, read with their bounds checked: what points past the end is damage, never a fault of ours. */
record Bytes(byte[] file) {
    int length() {
        return file.length;
    }

    int u8(int at) throws RefusedFile {
        require(at, 1);
        return file[at] & 0xff;
    }

    int u16(int at) throws RefusedFile {
        return u8(at) << 8 | u8(at + 1);
    }

    /** @throws RefusedFile also for what needs the 32nd bit: no length in a file we take does */
    int u31(int at) throws RefusedFile {
        return positive((long) u16(at) << 16 | u16(at + 2));
    }

    int littleU24(int at) throws RefusedFile {
        return u8(at) | u8(at + 1) << 8 | u8(at + 2) << 16;
    }

    int littleU31(int at) throws RefusedFile {
        return positive(littleU24(at) | (long) u8(at + 3) << 24);
    }

    /** As Latin-1. */
    String text(int at, int length) throws RefusedFile {
        require(at, length);
        return new String(file, at, length, ISO_8859_1);
    }

    boolean has(int at, String text) {
        return at >= 0
                && text.length() <= file.length - at
                && new String(file, at, text.length(), ISO_8859_1).equals(text);
    }

    void require(int at, int length) throws RefusedFile {
        if (at < 0 || length < 0 || at > file.length - length) throw Refusal.DAMAGED.because();
    }

    private static int positive(long value) throws RefusedFile {
        if (value > Integer.MAX_VALUE) throw Refusal.DAMAGED.because();
        return (int) value;
    }
}
