package cn.yuanlin.platform.directory;

import cn.yuanlin.platform.provisioning.EstateCounts;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many small shops are listed. */
@Component
class ShopCount implements EstateCounts {
    private final JdbcClient jdbc;

    ShopCount(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Long> counts() {
        return Map.of(
                "shops",
                jdbc.sql("select count(*) from shop_entry").query(Long.class).single());
    }
}
