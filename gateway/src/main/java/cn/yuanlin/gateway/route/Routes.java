package cn.yuanlin.gateway.route;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The table in use. Read by every request, replaced in one step. */
@Component
public class Routes {
    private static final Logger log = LoggerFactory.getLogger(Routes.class);

    private final RouteTableParser parser;
    private final RouteTableFile file;
    private final Counter refused;
    private volatile @Nullable RouteTable table;

    Routes(RouteTableParser parser, RouteTableFile file, MeterRegistry meters) {
        this.parser = parser;
        this.file = file;
        this.refused = meters.counter("yuanlin.gateway.routes.refused");
        file.read().ifPresent(this::adoptKept);
    }

    /** Null until tenant-admin or the disk gave one. */
    @Nullable
    RouteTable current() {
        return table;
    }

    /** Estates that can be reached now. */
    public int size() {
        var now = table;
        return now == null ? 0 : now.bySlug().size();
    }

    /**
     * Takes over what tenant-admin answered and keeps it on disk.
     *
     * @throws IllegalArgumentException if it is no route table, or one that must not take the place of the one in use,
     *     which stays
     */
    void adopt(String text) {
        var fresh = parser.parse(text);
        var inUse = table;
        var objection = inUse == null ? null : inUse.objectionTo(fresh);
        if (objection != null) {
            refused.increment();
            throw new IllegalArgumentException(objection);
        }
        if (!fresh.equals(inUse)) {
            table = fresh;
            file.write(text);
            log.info(
                    "Route table {}: {} estates",
                    fresh.version(),
                    fresh.bySlug().size());
        }
    }

    private void adoptKept(String text) {
        try {
            var kept = parser.parse(text);
            table = kept;
            log.info(
                    "Route table {} from disk: {} estates",
                    kept.version(),
                    kept.bySlug().size());
        } catch (IllegalArgumentException notATable) {
            log.warn("Kept route table makes no sense, going on without it: {}", notATable.toString());
        }
    }
}
