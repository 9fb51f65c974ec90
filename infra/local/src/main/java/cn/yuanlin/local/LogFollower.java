package cn.yuanlin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** Picks out of a log what is meant for whoever sits at the screen: the lines that begin with a mark. */
final class LogFollower {
    /** Looked at in one go; a longer line is passed over. */
    private static final int MOST_BYTES = 1 << 16;

    private final Path log;
    private final String mark;
    private final Consumer<String> show;
    private long read;

    LogFollower(Path log, String mark, Consumer<String> show) {
        this.log = log;
        this.mark = mark;
        this.show = show;
    }

    /** Shows what was added since the last look; a line that is not finished yet waits for the next. */
    void look() {
        if (!Files.exists(log)) {
            return;
        }
        try (var channel = FileChannel.open(log, StandardOpenOption.READ)) {
            if (channel.size() < read) {
                // It had grown too large, was put aside and emptied.
                read = 0;
            }
            var added = ByteBuffer.allocate((int) Math.min(channel.size() - read, MOST_BYTES));
            while (added.hasRemaining() && channel.read(added, read + added.position()) > 0) {
                // Until all that was there is read.
            }
            show(added.array(), added.position());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void show(byte[] added, int length) {
        var end = length;
        while (end > 0 && added[end - 1] != '\n') {
            end--;
        }
        read += end == 0 && length == MOST_BYTES ? length : end;
        new String(added, 0, end, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith(mark))
                .forEach(show);
    }
}
