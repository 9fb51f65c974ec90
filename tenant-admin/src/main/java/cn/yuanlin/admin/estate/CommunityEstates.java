package cn.yuanlin.admin.estate;

import cn.yuanlin.admin.office.EstateCounts;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the estates below communities for the offices' pages; rejected and deleted ones are no estates. */
@Component
class CommunityEstates implements EstateCounts {
    private final JdbcClient jdbc;

    CommunityEstates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<UUID, Integer> byCommunity(Collection<UUID> communities) {
        return jdbc
                .sql("""
                        select community_id, count(*) as estates from control.estate
                        where community_id = any(:communities) and state not in ('REJECTED', 'DELETED')
                        group by community_id
                        """)
                .param("communities", communities.toArray(UUID[]::new))
                .query((row, number) -> Map.entry(row.getObject("community_id", UUID.class), row.getInt("estates")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
