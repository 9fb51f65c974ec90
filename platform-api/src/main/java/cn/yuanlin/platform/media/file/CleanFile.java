package cn.yuanlin.platform.media.file;

import org.jspecify.annotations.Nullable;

/**
 * What is kept of an upload: a picture made anew, or a document that was looked through. The arrays are not copied.
 *
 * @param contentType as it is handed out
 * @param width and {@code height}: of the picture as it is kept, in pixels; 0 for a document
 * @param thumbnail a small JPEG; null for a document
 */
public record CleanFile(String contentType, int width, int height, byte[] content, byte @Nullable [] thumbnail) {
    public static final String JPEG = "image/jpeg";
    public static final String PDF = "application/pdf";

    public boolean isPicture() {
        return thumbnail != null;
    }

    /**
     * Takes from a file what may be kept. Memory: the file twice, and some 80 MB while a large picture is made small.
     *
     * @throws RefusedFile and nothing was decoded that is larger than we take
     */
    public static CleanFile of(byte[] upload) throws RefusedFile {
        var kind = FileKind.of(upload);
        var file = new Bytes(upload);
        Trailer.requireOneKind(file, kind);
        return switch (kind) {
            case JPEG -> Picture.clean(JpegFile.read(file).requireDecodable());
            case PNG -> Picture.clean(PngFile.read(file).requireDecodable());
            case WEBP -> Picture.clean(WebpFile.read(file).requireDecodable());
            case PDF -> {
                PdfFile.require(file);
                yield new CleanFile(PDF, 0, 0, upload, null);
            }
        };
    }
}
