package cn.yuanlin.platform.disclosure;

import cn.yuanlin.platform.provisioning.EstateCounts;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many notices are published. */
@Component
class NoticeCount implements EstateCounts {
    private final JdbcClient jdbc;

    NoticeCount(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Long> counts() {
        return Map.of(
                "notices",
                jdbc.sql("select count(*) from notice").query(Long.class).single());
    }
}
