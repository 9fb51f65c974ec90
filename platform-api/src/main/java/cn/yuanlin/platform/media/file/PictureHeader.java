package cn.yuanlin.platform.media.file;

/**
 * A picture as its headers describe it, nothing of it decoded.
 *
 * @param width and {@code height}: as stored, before it is turned upright
 * @param bytesPerPixel what a decoded pixel takes
 * @param inPasses whether the decoder must keep all of it in its working form until the last pass, as for progressive JPEG
 * @param bare the picture without anything that is not needed to show it: what a decoder gets to see
 */
record PictureHeader(
        FileKind kind,
        int width,
        int height,
        int bytesPerPixel,
        boolean inPasses,
        Orientation orientation,
        byte[] bare) {
    static final int LONGEST_SIDE = 20_000;
    static final long MOST_PIXELS = 40_000_000;
    static final long MOST_PIXELS_IN_PASSES = 20_000_000;
    /** The decoder for WebP holds some hundred bytes for every sixteen pixels. */
    private static final long MOST_PIXELS_OF_WEBP = 4_000_000;

    /** @throws RefusedFile if decoding it would take more memory than we give */
    PictureHeader requireDecodable() throws RefusedFile {
        if (width < 1 || height < 1) throw Refusal.DAMAGED.because();
        if (width > LONGEST_SIDE || height > LONGEST_SIDE || (long) width * height > mostPixels())
            throw Refusal.TOO_MANY_PIXELS.because();
        return this;
    }

    private long mostPixels() {
        if (kind == FileKind.WEBP) return MOST_PIXELS_OF_WEBP;
        return inPasses ? MOST_PIXELS_IN_PASSES : MOST_PIXELS;
    }
}
