package cn.yuanlin.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the workbooks anew after a change: {@code java cn.yuanlin.demo.DemoWorkbooks infra/demo/workbooks}. */
public final class DemoWorkbooks {
    private DemoWorkbooks() {}

    /** @param args the directory to write to */
    public static void main(String[] args) throws IOException {
        var directory = Files.createDirectories(Path.of(args[0]));
        for (var book : DemoEstates.all()) {
            try (var out = Files.newOutputStream(directory.resolve(book.slug() + ".xlsx"))) {
                WorkbookWriter.write(book, out);
            }
        }
    }
}
