package cn.yuanlin.platform.workbook;

import static cn.yuanlin.platform.workbook.SpoiltFile.BUILDINGS;
import static cn.yuanlin.platform.workbook.SpoiltFile.CONTENT_TYPES;
import static cn.yuanlin.platform.workbook.SpoiltFile.GOOD;
import static cn.yuanlin.platform.workbook.SpoiltFile.RELATIONSHIPS;
import static cn.yuanlin.platform.workbook.SpoiltFile.TEXTS;
import static cn.yuanlin.platform.workbook.SpoiltFile.WORKBOOK;
import static cn.yuanlin.platform.workbook.SpoiltFile.check;
import static cn.yuanlin.platform.workbook.SpoiltFile.good;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.workbook.file.Refusal;
import java.util.EnumSet;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What no list of files can say: everything else that is not as it should be. */
class HostileFileTest {
    @Test
    void namesTheSheetsThatAreMissing() {
        var file = good().edit(WORKBOOK, s -> s.replace("\"业主\"", "\"张三\"").replace("\"公告\"", "\"x\""))
                .bytes();
        assertThat(check(file).refusal().message()).isEqualTo("缺少工作表“业主”“公告”。请下载模板，不要删除工作表或改它们的名字。");
    }

    @Test
    void acceptsWhatOrdinaryProgramsAdd() {
        var hyperlink = "<Relationship Id=\"rId900\" TargetMode=\"External\" Target=\"mailto:a@example.invalid\""
                + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\"/></Relationships>";
        var file = good().edit(RELATIONSHIPS, s -> s.replace("</Relationships>", hyperlink))
                .edit(
                        CONTENT_TYPES,
                        s -> s.replace("<Default ", "<Default Extension=\"png\" ContentType=\"image/png\"/><Default "))
                .put("customXml/item1.xml", "<a/>")
                .put("xl/media/image1.png", "x")
                .bytes();
        assertThat(check(file).refusal()).isNull();
    }

    /** Whatever is broken, the answer is a refusal or a list of errors: never an exception, never a hang. */
    @Test
    void survivesRandomDamage() {
        long seed = Long.getLong("yuanlin.seed", 20_261_122);
        var random = new Random(seed);
        for (int i = 0; i < 150; i++) {
            var broken = GOOD.clone();
            for (int j = 0; j <= i % 5; j++) broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            assertThat(check(broken)).as("seed %d, file %d", seed, i).isNotNull();
        }
    }

    /** Damage behind the checksums: the XML itself. */
    @Test
    void survivesRandomDamageInsideTheParts() {
        long seed = Long.getLong("yuanlin.seed", 20_261_122);
        var random = new Random(seed);
        var parts =
                new String[] {BUILDINGS, TEXTS, WORKBOOK, CONTENT_TYPES, RELATIONSHIPS, "xl/styles.xml", "_rels/.rels"};
        for (int i = 0; i < 150; i++) {
            var file = good().edit(parts[i % parts.length], xml -> damaged(xml, random))
                    .bytes();
            assertThat(check(file)).as("seed %d, file %d", seed, i).isNotNull();
        }
    }

    @Test
    void hasATestForEachRefusal() {
        var tested = EnumSet.noneOf(Refusal.Code.class);
        Stream.of(ForeignFileTest.files(), ActiveContentTest.files(), OversizedFileTest.files())
                .flatMap(files -> files)
                .forEach(arguments -> tested.add((Refusal.Code) arguments.get()[0]));
        // Too large is told while the upload is still coming in.
        assertThat(tested).containsAll(EnumSet.complementOf(EnumSet.of(Refusal.Code.TOO_LARGE)));
    }

    private static String damaged(String xml, Random random) {
        int at = random.nextInt(xml.length());
        return switch (random.nextInt(4)) {
            case 0 -> xml.substring(0, at);
            case 1 -> xml.substring(0, at) + "<" + xml.substring(at);
            case 2 -> xml.substring(0, at) + xml.substring(Math.min(xml.length(), at + 20));
            default -> xml.substring(0, at) + (char) ('0' + random.nextInt(60)) + xml.substring(at + 1);
        };
    }
}
