package cn.yuanlin.platform.media.file;

import java.nio.file.Files;
import java.nio.file.Path;

/** Run as a process of its own with little memory: takes one file after the other as an upload, and says what became of each. */
final class SmallHeap {
    private SmallHeap() {}

    public static void main(String[] files) throws Exception {
        for (var file : files) {
            try {
                var clean = CleanFile.of(Files.readAllBytes(Path.of(file)));
                System.out.printf("%d x %d%n", clean.width(), clean.height());
            } catch (RefusedFile refused) {
                System.out.println(refused.refusal());
            }
        }
    }
}
