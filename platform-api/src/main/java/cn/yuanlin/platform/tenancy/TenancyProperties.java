package cn.yuanlin.platform.tenancy;

import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param cell this cell's code
 * @param rolePrefix before the names of the cell's database roles, for cells that share a server
 */
@Validated
@ConfigurationProperties("yuanlin")
record TenancyProperties(
        String cell, @Pattern(regexp = "[a-z0-9_]{0,16}") String rolePrefix, Schema schema, Bulkhead bulkhead) {
    /**
     * @param changelog the change sets of an estate's schema
     * @param minimum the oldest schema version this code can serve
     */
    record Schema(String changelog, int minimum) {}

    /**
     * @param concurrent requests one estate may have under way at a time
     * @param waiting how many more may wait
     * @param patience how long one waits at most
     */
    record Bulkhead(
            @DefaultValue("8") int concurrent,
            @DefaultValue("200") int waiting,
            @DefaultValue("2s") Duration patience) {}
}
