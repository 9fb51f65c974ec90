package cn.yuanlin.admin.cell;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The cells as configured, and how to speak to them.
 *
 * @param registry {@code code=url} pairs, comma separated, as in {@code YUANLIN_CELLS}
 * @param capacity estates a new cell takes; one PostgreSQL database carries about 500 such schemas well
 * @param connectTimeout to reach a cell
 * @param readTimeout for an ordinary answer
 * @param longTimeout for work that takes a cell a while: a workbook, an export, a schema
 */
@ConfigurationProperties("yuanlin.cell")
record CellSettings(
        @DefaultValue("") String registry,
        @DefaultValue("500") int capacity,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("10s") Duration readTimeout,
        @DefaultValue("10m") Duration longTimeout) {

    /** @throws IllegalArgumentException if a pair has no code or no address */
    Map<String, URI> cells() {
        var cells = new LinkedHashMap<String, URI>();
        for (var pair : registry.split(",", -1)) {
            if (pair.isBlank()) {
                continue;
            }
            var parts = pair.strip().split("=", 2);
            if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
                throw new IllegalArgumentException("a cell is configured as code=url, not as: " + pair);
            }
            cells.put(parts[0].strip(), URI.create(parts[1].strip()));
        }
        return cells;
    }
}
