package cn.yuanlin.platform.media.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused, and that refusing it takes no memory. */
class HostileUploadTest {
    static Stream<Arguments> hostile() throws IOException {
        var jpeg = Pictures.jpeg(64, 64);
        var png = Pictures.png(64, 64);
        return Stream.of(
                arguments("nothing", new byte[0], Refusal.UNKNOWN_KIND),
                arguments("text", bytes("hello"), Refusal.UNKNOWN_KIND),
                arguments("a page", bytes("<html><script>alert(1)</script>"), Refusal.UNKNOWN_KIND),
                arguments("a drawing that acts", bytes("<svg onload=alert(1)>"), Refusal.UNKNOWN_KIND),
                arguments("a GIF", bytes("GIF89a\1\0\1\0\0\0\0"), Refusal.UNKNOWN_KIND),
                arguments("HEIC", bytes("\0\0\0\u0018ftypheic\0\0\0\0"), Refusal.HEIC),
                arguments("a PNG bomb", Pictures.pngThatSays(30_000, 30_000), Refusal.TOO_MANY_PIXELS),
                arguments("a JPEG bomb", Pictures.jpegThatSays(30_000, 30_000), Refusal.TOO_MANY_PIXELS),
                arguments("a long, thin bomb", Pictures.pngThatSays(40_000_000, 1), Refusal.TOO_MANY_PIXELS),
                arguments(
                        "a PNG beyond counting", Pictures.pngThatSays(0x7fffffff, 0x7fffffff), Refusal.TOO_MANY_PIXELS),
                arguments("a PNG of negative size", Pictures.pngThatSays(-1, 5), Refusal.DAMAGED),
                arguments("a PNG of no size", Pictures.pngThatSays(0, 5), Refusal.DAMAGED),
                arguments("a WebP bomb", webpThatSays(16_383, 16_383), Refusal.TOO_MANY_PIXELS),
                arguments("a JPEG that is a zip", Pictures.concat(jpeg, zip()), Refusal.TWO_KINDS),
                arguments("a PNG that is a zip", Pictures.concat(png, zip()), Refusal.TWO_KINDS),
                arguments("a PDF that is a zip", Pictures.concat(Pictures.pdf(""), zip()), Refusal.TWO_KINDS),
                arguments("a zip in a comment", Pictures.withSegment(jpeg, 0xfe, zip()), Refusal.TWO_KINDS),
                arguments("a JPEG with a page behind", Pictures.concat(jpeg, bytes("<script>")), Refusal.TWO_KINDS),
                arguments("a PNG with a byte behind", Pictures.concat(png, new byte[1]), Refusal.TWO_KINDS),
                arguments(
                        "a JPEG that is a page",
                        Pictures.withSegment(jpeg, 0xfe, bytes("<script>alert(1)")),
                        Refusal.TWO_KINDS),
                arguments(
                        "a JPEG that is a program",
                        Pictures.withSegment(jpeg, 0xfe, bytes("<?php system(1);")),
                        Refusal.TWO_KINDS),
                arguments(
                        "a JPEG that is a PDF", Pictures.withSegment(jpeg, 0xfe, bytes("%PDF-1.4")), Refusal.TWO_KINDS),
                arguments("a JPEG to walk through thirteen times", manyScans(13), Refusal.TOO_MANY_PIXELS),
                arguments("a JPEG without its end", Arrays.copyOf(jpeg, jpeg.length - 2), Refusal.DAMAGED),
                arguments("a PNG with one bit changed", flipped(png, 45), Refusal.DAMAGED),
                arguments(
                        "a script in a PDF",
                        Pictures.pdf("/OpenAction << /S /JavaScript /JS (x) >>"),
                        Refusal.ACTIVE_CONTENT),
                arguments("a script, written otherwise", Pictures.pdf("/S /J#61vaScript /X"), Refusal.ACTIVE_CONTENT),
                arguments("a script, packed", Pictures.pdfPacking("3 0 << /S /JavaScript >>"), Refusal.ACTIVE_CONTENT),
                arguments(
                        "a script in the last of many packs",
                        Pictures.pdfPacking(many(300, "3 0 << /S /JavaScript >>")),
                        Refusal.ACTIVE_CONTENT),
                arguments("a program to start", Pictures.pdf("/S /Launch /F (x)"), Refusal.ACTIVE_CONTENT),
                arguments("a file in a PDF", Pictures.pdf("/EmbeddedFiles 4 0 R"), Refusal.ACTIVE_CONTENT),
                arguments("an encrypted PDF", Pictures.pdf("/Encrypt 4 0 R"), Refusal.ENCRYPTED),
                arguments("a bomb packed in a PDF", Pictures.pdfPacking(" ".repeat(20 << 20)), Refusal.DAMAGED),
                arguments("a PDF cut short", bytes("%PDF-1.4\n1 0 obj\n"), Refusal.DAMAGED));
    }

    /** As large as a progressive one may be, with the same scan again and again. */
    private static byte[] manyScans(int scans) {
        var jpeg = Pictures.jpegThatSays(5_000, 4_000);
        var text = new String(jpeg, ISO_8859_1);
        jpeg[text.indexOf("\u00ff\u00c0") + 1] = (byte) 0xc2;
        int scan = text.indexOf("\u00ff\u00da");
        int end = jpeg.length - 2;
        var file = new ByteArrayOutputStream();
        file.write(jpeg, 0, scan);
        for (int i = 0; i < scans; i++) file.write(jpeg, scan, end - scan);
        file.write(jpeg, end, 2);
        return file.toByteArray();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void isRefused(String what, byte[] file, Refusal why) {
        var refused = catchThrowableOfType(RefusedFile.class, () -> CleanFile.of(file));
        assertThat(refused).as(what).isNotNull();
        assertThat(refused.refusal()).isEqualTo(why);
        assertThat(why.words()).isNotBlank();
    }

    /** All other uploads wait meanwhile: what is twice as long may take twice as long, not four times. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("laborious")
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void takesNoLongerThanItsLength(String what, byte[] file) {
        assertThat(file.length).isLessThanOrEqualTo(12 << 20);
        var refused = catchThrowableOfType(RefusedFile.class, () -> CleanFile.of(file));
        assertThat(refused).as(what).isNotNull();
        assertThat(refused.refusal()).isEqualTo(Refusal.DAMAGED);
    }

    static Stream<Arguments> laborious() {
        var packed = Pictures.pdfPacking("3 0 << /Type /Pages >>");
        return Stream.of(
                arguments(
                        "a million packs in one stream",
                        Pictures.concat(bytes("%PDF-1.5\n" + "/ObjStm ".repeat(1_400_000)), packed)),
                arguments("more packs than anybody makes", Pictures.pdfPacking(many(10_001, "x"))));
    }

    /** Whatever bytes are changed or missing: an answer, never a fault. */
    @Test
    void noChangeOfAGoodFileIsAFault() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var good : new byte[][] {
            Pictures.withExif(Pictures.jpeg(48, 32), 6),
            Pictures.png(48, 32),
            webpThatSays(4, 4),
            Pictures.pdfPacking("3 0 << /Type /Pages >>")
        }) {
            for (var n = 0; n < 400; n++) {
                var changed = Arrays.copyOf(good, random.nextInt(4) == 0 ? random.nextInt(good.length) : good.length);
                for (var k = random.nextInt(4); k >= 0 && changed.length > 0; k--)
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt();
                try {
                    CleanFile.of(changed);
                } catch (RefusedFile expected) {
                    assertThat(expected.refusal()).isNotNull();
                } catch (RuntimeException fault) {
                    throw new AssertionError("seed " + seed, fault);
                }
            }
        }
    }

    @Test
    void theLargestPictureIsDecodedInSteps() throws RefusedFile {
        var large = new PictureHeader(FileKind.PNG, 8000, 5000, 8, false, Orientation.UPRIGHT, new byte[0]);
        assertThat(large.requireDecodable()).isSameAs(large);
        var step = Picture.step(large);
        assertThat((8000L / step) * (5000L / step) * 8).isLessThanOrEqualTo(40 << 20);
        var oneMore = new PictureHeader(FileKind.PNG, 8000, 5001, 3, false, Orientation.UPRIGHT, new byte[0]);
        assertThat(catchThrowableOfType(RefusedFile.class, oneMore::requireDecodable)
                        .refusal())
                .isEqualTo(Refusal.TOO_MANY_PIXELS);
    }

    @Test
    void fortyMegapixelsArePainted() throws RefusedFile {
        var clean = CleanFile.of(Pictures.wholePngOf(8000, 5000));
        assertThat(clean.width()).isEqualTo(2560);
        assertThat(clean.height()).isEqualTo(1600);
    }

    /** Streams of which all but the last hold nothing of note. */
    private static String[] many(int streams, String last) {
        var all = new String[streams];
        Arrays.fill(all, "3 0 << /Type /Pages >>");
        all[streams - 1] = last;
        return all;
    }

    private static byte[] flipped(byte[] file, int at) {
        var changed = file.clone();
        changed[at] ^= 1;
        return changed;
    }

    private static byte[] webpThatSays(int width, int height) {
        var bits = (width - 1) | (height - 1) << 14;
        return new byte[] {
            'R',
            'I',
            'F',
            'F',
            26,
            0,
            0,
            0,
            'W',
            'E',
            'B',
            'P',
            'V',
            'P',
            '8',
            'L',
            13,
            0,
            0,
            0,
            0x2f,
            (byte) bits,
            (byte) (bits >> 8),
            (byte) (bits >> 16),
            (byte) (bits >> 24),
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0
        };
    }

    private static byte[] zip() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("a.class"));
            zip.write(1);
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }
}
