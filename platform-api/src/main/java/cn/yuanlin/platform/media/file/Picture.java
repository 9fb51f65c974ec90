package cn.yuanlin.platform.media.file;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Paints a picture anew: upright, on white, as a JPEG of our own that has nothing of the file but what one sees. */
final class Picture {
    /** Enough to read a title deed photographed whole. */
    static final int LONGEST_SIDE = 2_560;

    static final int LONGEST_SIDE_OF_THUMBNAIL = 400;
    /** What phones take by default, twelve million pixels, is decoded whole. */
    private static final long DECODED_PIXELS = 13_000_000;

    private static final long DECODED_BYTES = 40 << 20;
    private static final float QUALITY = 0.85f;
    private static final float QUALITY_OF_THUMBNAIL = 0.75f;

    private Picture() {}

    static CleanFile clean(PictureHeader header) throws RefusedFile {
        var picture = upright(fitted(decode(header), LONGEST_SIDE), header.orientation());
        var small = fitted(picture, LONGEST_SIDE_OF_THUMBNAIL);
        return new CleanFile(
                CleanFile.JPEG,
                picture.getWidth(),
                picture.getHeight(),
                encode(picture, QUALITY),
                encode(small, QUALITY_OF_THUMBNAIL));
    }

    private static BufferedImage decode(PictureHeader header) throws RefusedFile {
        var reader = reader(header.kind());
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(header.bare()))) {
            reader.setInput(stream, false, true);
            // The decoder must have understood the headers as we did, or our limits were not about this picture.
            if (reader.getWidth(0) != header.width() || reader.getHeight(0) != header.height())
                throw Refusal.DAMAGED.because();
            var parameters = reader.getDefaultReadParam();
            var step = step(header);
            parameters.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, parameters);
        } catch (IOException | RuntimeException broken) {
            throw Refusal.DAMAGED.because();
        } finally {
            reader.dispose();
        }
    }

    private static ImageReader reader(FileKind kind) {
        return switch (kind) {
            case JPEG -> ImageIO.getImageReadersByFormatName("jpeg").next();
            case PNG -> ImageIO.getImageReadersByFormatName("png").next();
            case WEBP -> webpReader();
            case PDF -> throw new IllegalArgumentException("no picture");
        };
    }

    /** Named, not looked up: plug-ins on the class path are found by some class loaders and not by others. */
    private static ImageReader webpReader() {
        try {
            return new WebPImageReaderSpi().createReaderInstance();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Every how many pixels one is decoded, so that what is decoded fits into our memory. */
    static int step(PictureHeader header) {
        var step = 1;
        while (pixels(header, step) > DECODED_PIXELS || pixels(header, step) * header.bytesPerPixel() > DECODED_BYTES)
            step++;
        return step;
    }

    private static long pixels(PictureHeader header, int step) {
        return (long) (header.width() / step + 1) * (header.height() / step + 1);
    }

    /** On white, with no side longer than that; never larger than it was. Halved step by step, so that fine print stays legible. */
    private static BufferedImage fitted(BufferedImage picture, int longest) {
        var side = Math.max(picture.getWidth(), picture.getHeight());
        var scale = Math.min(1.0, (double) longest / side);
        var width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        var height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        var current = picture;
        while (current.getWidth() >= 2 * width && current.getHeight() >= 2 * height)
            current = painted(current, current.getWidth() / 2, current.getHeight() / 2);
        return painted(current, width, height);
    }

    private static BufferedImage painted(BufferedImage source, int width, int height) {
        var target = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var brush = target.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        brush.drawImage(source, 0, 0, width, height, Color.WHITE, null);
        brush.dispose();
        return target;
    }

    private static BufferedImage upright(BufferedImage picture, Orientation orientation) {
        if (orientation.isUpright()) return picture;
        var width = picture.getWidth();
        var height = picture.getHeight();
        var turned = orientation.swapsSides()
                ? new BufferedImage(height, width, BufferedImage.TYPE_INT_RGB)
                : new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        AffineTransform turn = orientation.upright(width, height);
        var brush = turned.createGraphics();
        brush.drawImage(picture, turn, null);
        brush.dispose();
        return turned;
    }

    private static byte[] encode(BufferedImage picture, float quality) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(stream);
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality);
            writer.write(null, new IIOImage(picture, null, null), parameters);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
