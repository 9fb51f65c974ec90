package cn.yuanlin.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Runs plain scripts, each in one transaction, on connections that stay open as those of a pool do. */
final class Scripts implements AutoCloseable {
    private final List<Connection> all = new ArrayList<>();
    private final BlockingQueue<Connection> idle;

    private Scripts(int count) {
        this.idle = new ArrayBlockingQueue<>(count);
    }

    /** @param count scripts that may run at once */
    static Scripts open(TestBed bed, String cell, int count) {
        var scripts = new Scripts(count);
        try {
            for (var number = 0; number < count; number++) {
                var connection = bed.migrator(cell);
                connection.setAutoCommit(false);
                scripts.all.add(connection);
                scripts.idle.add(connection);
            }
            return scripts;
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    void run(String script) {
        try {
            var connection = idle.take();
            try (var statement = connection.createStatement()) {
                statement.execute(script);
                connection.commit();
            } finally {
                idle.add(connection);
            }
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        try {
            for (var connection : all) connection.close();
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
