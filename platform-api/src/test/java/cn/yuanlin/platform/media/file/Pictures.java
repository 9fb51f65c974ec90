package cn.yuanlin.platform.media.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Files to upload, good and bad, made as the test wants them. */
public final class Pictures {
    private static final int AFTER_SOI = 2;
    private static final int PNG_HEADER_END = 8 + 25;

    private Pictures() {}

    /** Left half red, right half blue. */
    public static byte[] jpeg(int width, int height) {
        return written("jpeg", width, height);
    }

    public static byte[] png(int width, int height) {
        return written("png", width, height);
    }

    /** With a position and the way the phone was held, as phones write it. */
    public static byte[] withExif(byte[] jpeg, int orientation) {
        var tiff = ByteBuffer.allocate(8 + 2 + 12 + 4 + 64);
        tiff.put("MM\0*".getBytes(ISO_8859_1)).putInt(8).putShort((short) 1);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        tiff.putInt(0).put("GPS 30.3,120.1 138-SECRET".getBytes(ISO_8859_1));
        return withSegment(jpeg, 0xe1, concat("Exif\0\0".getBytes(ISO_8859_1), tiff.array()));
    }

    /** Puts a segment right behind the beginning. */
    public static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        var segment = ByteBuffer.allocate(4 + content.length)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .put(content);
        return inserted(jpeg, AFTER_SOI, segment.array());
    }

    /** A PNG of some hundred bytes that says it is that large; its pixels are missing. */
    public static byte[] pngThatSays(int width, int height) {
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        return concat(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'},
                chunk("IHDR", header.array()),
                chunk("IDAT", deflated(new byte[1 << 16])),
                chunk("IEND", new byte[0]));
    }

    /** A whole white picture of many pixels and few bytes. */
    public static byte[] wholePngOf(int width, int height) {
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 0, 0, 0, 0});
        var pixels = new ByteArrayOutputStream();
        var line = new byte[width + 1];
        Arrays.fill(line, 1, line.length, (byte) 0xff);
        try (var packed = new DeflaterOutputStream(pixels)) {
            for (var n = 0; n < height; n++) packed.write(line);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return concat(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'},
                chunk("IHDR", header.array()),
                chunk("IDAT", pixels.toByteArray()),
                chunk("IEND", new byte[0]));
    }

    public static byte[] pngWithChunk(byte[] png, String type, byte[] content) {
        return inserted(png, PNG_HEADER_END, chunk(type, content));
    }

    /** A JPEG whose frame says another size than its pixels have. */
    public static byte[] jpegThatSays(int width, int height) {
        var jpeg = jpeg(16, 16);
        for (var at = 2; ; at++) {
            if ((jpeg[at] & 0xff) != 0xff || (jpeg[at + 1] & 0xff) != 0xc0) continue;
            ByteBuffer.wrap(jpeg).putShort(at + 5, (short) height).putShort(at + 7, (short) width);
            return jpeg;
        }
    }

    /** A lossy WebP of one key frame, coded by chance: as many numbers for each block as there can be. */
    public static byte[] webpOfNoise(int width, int height) {
        var modes = 1 << 18;
        var frame = ByteBuffer.allocate(8 << 20).order(ByteOrder.LITTLE_ENDIAN);
        new Random(1).nextBytes(frame.array());
        var shown = 1 << 4;
        frame.putShort((short) (shown | modes << 5)).put((byte) (modes >> 11));
        frame.put(new byte[] {(byte) 0x9d, 0x01, 0x2a}).putShort((short) width).putShort((short) height);
        // All that is said of the frame as a whole is its default.
        frame.put(new byte[64]);
        var file = ByteBuffer.allocate(20 + frame.capacity()).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(ISO_8859_1)).putInt(12 + frame.capacity());
        file.put("WEBPVP8 ".getBytes(ISO_8859_1)).putInt(frame.capacity());
        return file.put(frame.array()).array();
    }

    public static byte[] pdf(String objects) {
        return ("%PDF-1.4\n1 0 obj\n<< /Type /Catalog " + objects + " >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n")
                .getBytes(ISO_8859_1);
    }

    /** With objects packed into streams, as most programs do. */
    public static byte[] pdfPacking(String... streams) {
        var file = new StringBuilder("%PDF-1.5\n");
        for (var objects : streams)
            file.append("2 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>\nstream\n")
                    .append(new String(deflated(objects.getBytes(ISO_8859_1)), ISO_8859_1))
                    .append("\nendstream\nendobj\n");
        return file.append("%%EOF\n").toString().getBytes(ISO_8859_1);
    }

    public static BufferedImage read(byte[] picture) {
        try {
            return ImageIO.read(new ByteArrayInputStream(picture));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static byte[] concat(byte[]... parts) {
        var whole = new ByteArrayOutputStream();
        for (var part : parts) whole.writeBytes(part);
        return whole.toByteArray();
    }

    private static byte[] inserted(byte[] file, int at, byte[] piece) {
        var whole = new ByteArrayOutputStream();
        whole.write(file, 0, at);
        whole.writeBytes(piece);
        whole.write(file, at, file.length - at);
        return whole.toByteArray();
    }

    private static byte[] chunk(String type, byte[] content) {
        var name = type.getBytes(ISO_8859_1);
        var sum = new CRC32();
        sum.update(name);
        sum.update(content);
        return ByteBuffer.allocate(12 + content.length)
                .putInt(content.length)
                .put(name)
                .put(content)
                .putInt((int) sum.getValue())
                .array();
    }

    private static byte[] deflated(byte[] plain) {
        var deflater = new Deflater();
        deflater.setInput(plain);
        deflater.finish();
        var packed = new byte[plain.length + 100];
        var length = deflater.deflate(packed);
        deflater.end();
        return Arrays.copyOf(packed, length);
    }

    private static byte[] written(String format, int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var brush = picture.createGraphics();
        brush.setColor(Color.RED);
        brush.fillRect(0, 0, width, height);
        brush.setColor(Color.BLUE);
        brush.fillRect(width / 2, 0, width, height);
        brush.dispose();
        return written(format, picture);
    }

    private static byte[] written(String format, BufferedImage picture) {
        var bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(picture, format, bytes)) throw new IllegalArgumentException(format);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
