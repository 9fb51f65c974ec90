package cn.yuanlin.admin.estate;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which slugs are wished for, held and free. */
@Repository
class SlugStore {
    private final JdbcClient jdbc;

    SlugStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether a living estate other than this has the slug, or a clerk's entry wishes for it. */
    boolean taken(String slug) {
        return jdbc.sql(
                        "select exists (select from control.estate where slug = :slug and state not in ('REJECTED', 'DELETED'))")
                .param("slug", slug)
                .query(Boolean.class)
                .single();
    }

    /** The wish itself, or with the first number behind it that nobody has; cut where it would become too long. */
    Optional<String> free(String wish) {
        return jdbc.sql("""
                        select c.slug from (
                            select 1 as number, :wish as slug
                            union all
                            select n, rtrim(left(:wish, :longest - 1 - length(n::text)), '-') || '-' || n
                            from generate_series(2, 10000) as n) c
                        where not exists (select from control.estate e
                            where e.slug = c.slug and e.state not in ('REJECTED', 'DELETED'))
                        order by c.number limit 1
                        """)
                .param("wish", wish)
                .param("longest", Slug.LONGEST)
                .query(String.class)
                .optional();
    }

    /** Whether another estate holds the slug; a wish holds nothing. */
    boolean held(String slug, UUID except) {
        return jdbc.sql("""
                        select exists (select from control.estate
                        where slug = :slug and id <> :except and state not in ('APPLIED', 'REJECTED', 'DELETED'))
                        """)
                .param("slug", slug)
                .param("except", except)
                .query(Boolean.class)
                .single();
    }

    void set(UUID id, String slug) {
        jdbc.sql("update control.estate set slug = :slug where id = :id and slug <> :slug")
                .param("id", id)
                .param("slug", slug)
                .update();
    }
}
