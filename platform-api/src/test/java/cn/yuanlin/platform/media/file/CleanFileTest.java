package cn.yuanlin.platform.media.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of good files. */
class CleanFileTest {
    /** A lossless WebP of one pixel, as its specification builds it. */
    private static final byte[] WEBP = {
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
        0,
        0,
        0,
        0x10,
        0x07,
        0x10,
        0x11,
        0x11,
        (byte) 0x88,
        (byte) 0x88,
        (byte) 0xfe,
        0x07,
        0
    };

    @Test
    void aPhotoIsPaintedAnewWithAThumbnail() throws RefusedFile {
        var clean = CleanFile.of(Pictures.jpeg(1200, 600));
        assertThat(clean.contentType()).isEqualTo(CleanFile.JPEG);
        assertThat(clean.isPicture()).isTrue();
        assertThat(clean.width()).isEqualTo(1200);
        assertThat(clean.height()).isEqualTo(600);
        var thumbnail = Pictures.read(clean.thumbnail());
        assertThat(thumbnail.getWidth()).isEqualTo(400);
        assertThat(thumbnail.getHeight()).isEqualTo(200);
    }

    @Test
    void nothingOfExifIsLeft() throws RefusedFile {
        var photo = Pictures.withExif(Pictures.jpeg(640, 480), 1);
        assertThat(text(photo)).contains("Exif", "138-SECRET");
        var clean = CleanFile.of(photo);
        assertThat(text(clean.content())).doesNotContain("Exif", "SECRET", "GPS");
        assertThat(text(clean.thumbnail())).doesNotContain("Exif", "SECRET", "GPS");
    }

    /** Where the red half is when one looks at it as the phone was held. */
    @ParameterizedTest
    @CsvSource({
        "1, 640, 320, LEFT", "2, 640, 320, RIGHT", "3, 640, 320, RIGHT", "4, 640, 320, LEFT",
        "5, 320, 640, TOP", "6, 320, 640, TOP", "7, 320, 640, BOTTOM", "8, 320, 640, BOTTOM",
        "9, 640, 320, LEFT", "0, 640, 320, LEFT"
    })
    void isUprightHoweverThePhoneWasHeld(int orientation, int width, int height, String red) throws RefusedFile {
        var clean = CleanFile.of(Pictures.withExif(Pictures.jpeg(640, 320), orientation));
        assertThat(clean.width()).isEqualTo(width);
        assertThat(clean.height()).isEqualTo(height);
        var picture = Pictures.read(clean.content());
        var x = red.equals("LEFT") ? 20 : red.equals("RIGHT") ? width - 20 : width / 2;
        var y = red.equals("TOP") ? 20 : red.equals("BOTTOM") ? height - 20 : height / 2;
        var seen = new Color(picture.getRGB(x, y));
        assertThat(seen.getRed()).as(seen.toString()).isGreaterThan(200);
        assertThat(seen.getBlue()).isLessThan(60);
    }

    @Test
    void aLargePhotoBecomesOneThatAPhoneCanShow() throws RefusedFile {
        var clean = CleanFile.of(Pictures.jpeg(6000, 3000));
        assertThat(clean.width()).isEqualTo(2560);
        assertThat(clean.height()).isEqualTo(1280);
    }

    @Test
    void aSmallPictureIsNotBlownUp() throws RefusedFile {
        var clean = CleanFile.of(Pictures.png(3, 1));
        assertThat(clean.width()).isEqualTo(3);
        assertThat(Pictures.read(clean.thumbnail()).getWidth()).isEqualTo(3);
    }

    @Test
    void aScreenshotBecomesAPhotoWithoutItsTexts() throws RefusedFile {
        var png = Pictures.pngWithChunk(Pictures.png(300, 200), "tEXt", "Author\0SECRET".getBytes(ISO_8859_1));
        var clean = CleanFile.of(png);
        assertThat(clean.contentType()).isEqualTo(CleanFile.JPEG);
        assertThat(text(clean.content())).doesNotContain("SECRET");
    }

    @Test
    void aWebpIsTaken() throws RefusedFile {
        var clean = CleanFile.of(WEBP);
        assertThat(clean.width()).isEqualTo(1);
        assertThat(clean.contentType()).isEqualTo(CleanFile.JPEG);
    }

    /** What phones append: a second exposure, or film. */
    @ParameterizedTest
    @ValueSource(strings = {"\u00ff\u00d8\u00ff\u00e0SECRET", "\0\0\0\u0018ftypmp42SECRET", "SECRETSEFT", "\0\0\0"})
    void whatPhonesAppendFallsAway(String trailer) throws RefusedFile {
        var clean = CleanFile.of(Pictures.concat(Pictures.jpeg(64, 64), trailer.getBytes(ISO_8859_1)));
        assertThat(text(clean.content())).doesNotContain("SECRET");
    }

    @Test
    void aPdfStaysAsItIs() throws RefusedFile {
        var pdf = Pictures.pdf("/Pages 3 0 R");
        var clean = CleanFile.of(pdf);
        assertThat(clean.contentType()).isEqualTo(CleanFile.PDF);
        assertThat(clean.content()).isEqualTo(pdf);
        assertThat(clean.isPicture()).isFalse();
        assertThat(CleanFile.of(Pictures.pdfPacking("3 0 << /Type /Pages >>")).isPicture())
                .isFalse();
        var packs = Collections.nCopies(300, "3 0 << /Type /Pages >>").toArray(String[]::new);
        assertThat(CleanFile.of(Pictures.pdfPacking(packs)).isPicture()).isFalse();
    }

    private static String text(byte[] file) {
        return new String(file, ISO_8859_1);
    }
}
