package cn.yuanlin.platform.workbook;

import java.io.OutputStream;
import java.util.Arrays;

/** Hands what is written on in pieces of one size; the last, on close, may be shorter. */
final class ChunkedOutput extends OutputStream {
    private final byte[] chunk;
    private final Target target;
    private int filled;
    private int position;
    private boolean closed;

    /** Receives the pieces in their order, numbered from 0. */
    @FunctionalInterface
    interface Target {
        void chunk(int position, byte[] content);
    }

    ChunkedOutput(int size, Target target) {
        this.chunk = new byte[size];
        this.target = target;
    }

    @Override
    public void write(int single) {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int done = 0;
        while (done < length) {
            int part = Math.min(length - done, chunk.length - filled);
            System.arraycopy(bytes, offset + done, chunk, filled, part);
            filled += part;
            done += part;
            if (filled == chunk.length) handOn();
        }
    }

    @Override
    public void close() {
        if (closed) return;
        closed = true;
        if (filled > 0) handOn();
    }

    /** How many pieces were handed on. */
    int count() {
        return position;
    }

    private void handOn() {
        target.chunk(position++, Arrays.copyOf(chunk, filled));
        filled = 0;
    }
}
