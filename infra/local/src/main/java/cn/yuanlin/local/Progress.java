package cn.yuanlin.local;

import java.io.PrintStream;
import java.util.Locale;

/** Says what goes on, with the seconds since the command was given. */
final class Progress {
    private final PrintStream out;
    private final long startedMillis;

    /** @param startedMillis since the epoch */
    Progress(PrintStream out, long startedMillis) {
        this.out = out;
        this.startedMillis = startedMillis;
    }

    static Progress silent() {
        return new Progress(new PrintStream(PrintStream.nullOutputStream()), System.currentTimeMillis());
    }

    double seconds() {
        return (System.currentTimeMillis() - startedMillis) / 1000.0;
    }

    void say(String what) {
        out.printf(Locale.ROOT, "[%6.1f s] %s%n", seconds(), what);
        out.flush();
    }

    void print(String text) {
        out.println(text);
        out.flush();
    }
}
