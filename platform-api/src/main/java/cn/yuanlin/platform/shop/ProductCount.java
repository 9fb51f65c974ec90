package cn.yuanlin.platform.shop;

import cn.yuanlin.platform.provisioning.EstateCounts;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many products are on sale. */
@Component
class ProductCount implements EstateCounts {
    private final JdbcClient jdbc;

    ProductCount(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Long> counts() {
        return Map.of(
                "products",
                jdbc.sql("select count(*) from product where state = 'ON_SALE'")
                        .query(Long.class)
                        .single());
    }
}
