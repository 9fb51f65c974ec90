package cn.yuanlin.platform.ledger;

import cn.yuanlin.platform.provisioning.EstateCounts;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many funds have books. */
@Component
class FundCount implements EstateCounts {
    private final JdbcClient jdbc;

    FundCount(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Long> counts() {
        return Map.of(
                "funds", jdbc.sql("select count(*) from fund").query(Long.class).single());
    }
}
