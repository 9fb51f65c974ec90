package cn.yuanlin.platform.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeWorkbookTest extends WorkbookPlatformTest {
    /** What an import may keep alive besides the service itself, in MiB. */
    private static final int IMPORT_ROOM = 96;

    @Test
    void importsTwentyThousandUnitsInBoundedMemory() {
        var estate = emptyEstate();
        var workbook = UUID.randomUUID();
        var file = LargeEstate.fixture().bytes();
        var ballast = fillHeapBut(IMPORT_ROOM);
        assertThat(stage(estate, workbook, file).json().path("importable").asBoolean())
                .isTrue();
        assertThat(importInto(estate, workbook).status()).isEqualTo(200);
        Reference.reachabilityFence(ballast);
        assertThat(number(estate, "select count(*) from $e.building")).isEqualTo(LargeEstate.BUILDINGS);
        assertThat(number(estate, "select count(*) from $e.unit")).isEqualTo(LargeEstate.UNITS);
        assertThat(number(estate, "select count(*) from $e.holding")).isEqualTo(LargeEstate.HOLDINGS);
        assertThat(number(estate, "select count(*) from $e.person")).isEqualTo(LargeEstate.HOLDINGS);
        assertThat(number(estate, "select sum(area_dm2) from $e.unit")).isEqualTo(LargeEstate.TOTAL_AREA);
        assertThat(number(estate, "select total_area_dm2 from $e.roll_version")).isEqualTo(LargeEstate.TOTAL_AREA);
        assertThat(number(estate, "select count(*) from $e.roll_entry")).isEqualTo(LargeEstate.UNITS);
    }

    /** A machine with 64 MiB of heap, and every holder's phone wrong. */
    @Test
    void checksAndMarksTwentyThousandUnitsInSixtyFourMebibytes(@TempDir Path folder)
            throws IOException, InterruptedException {
        var workbook = LargeEstate.fixture();
        for (int i = 0; i < LargeEstate.HOLDINGS; i++) workbook.set("业主", i, 3, "1");
        var file = Files.write(folder.resolve("upload.xlsx"), workbook.bytes());
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var answer = folder.resolve("answer.txt");
        var process = new ProcessBuilder(
                        java,
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classPath.replace(":", File.pathSeparator),
                        SmallHeap.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(answer.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(answer)).isZero();
        assertThat(Files.readString(answer)).endsWith("25000 errors, 5000 listed, copy written\n");
    }

    /** Takes all but some of the space that lasting objects have, so that a test that keeps more than that fails. */
    private static List<byte[]> fillHeapBut(int mebibytes) {
        System.gc();
        var lasting = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Tenured Gen"))
                .map(MemoryPoolMXBean::getUsage)
                .findFirst()
                .orElseThrow();
        var ballast = new ArrayList<byte[]>();
        for (long left = lasting.getMax() - lasting.getUsed(); left > (long) mebibytes << 20; left -= 1 << 20)
            ballast.add(new byte[1 << 20]);
        return ballast;
    }
}
