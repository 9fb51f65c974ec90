package cn.yuanlin.admin.estate;

import cn.yuanlin.admin.office.City;
import cn.yuanlin.admin.shared.Page;
import cn.yuanlin.admin.shared.PageQuery;
import cn.yuanlin.admin.shared.ProblemType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds open estates for people who belong to none yet. Tells what stands on every estate's gate. */
@Component
class EstateFinder {
    private static final int PAGE = 20;

    private final JdbcClient jdbc;

    EstateFinder(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param community, street by name */
    record FoundEstate(String slug, String name, String community, String street, City city) {}

    /** Where a page ends: names repeat, slugs of open estates don't. */
    private record Position(String name, String slug) {
        private static final Pattern FORM = Pattern.compile("([^\\p{Cntrl}]+)\n([a-z0-9-]+)");

        static Position parse(String text) {
            var parts = FORM.matcher(text);
            if (!parts.matches()) {
                throw ProblemType.INVALID.because("翻页参数无效，请从第一页重新查看。").at("after", "翻页参数无效");
            }
            return new Position(parts.group(1), parts.group(2));
        }

        static String of(FoundEstate estate) {
            return estate.name() + "\n" + estate.slug();
        }
    }

    /**
     * Estates by name that have {@code q} in their name, in its pinyin or its initials, or in the name of their community
     * or street; all of them if it is blank.
     */
    Page<FoundEstate> find(String q, @Nullable String after) {
        var page = new PageQuery(PAGE, after);
        return Page.of(matching(plain(q), page.position().map(Position::parse), page.fetch()), page, Position::of);
    }

    /** Reads all open estates, each a few names long: 10,000 of them take some milliseconds. */
    private List<FoundEstate> matching(String q, Optional<Position> after, int limit) {
        return jdbc.sql("""
                        select e.slug, e.name, c.name as community, s.name as street, c.city
                        from control.estate e
                        join control.office c on c.id = e.community_id
                        join control.office s on s.id = c.parent_id
                        where e.state = 'ACTIVE'
                          and (strpos(replace(lower(e.name), ' ', ''), :q) > 0 or strpos(c.name, :q) > 0 or strpos(s.name, :q) > 0
                               or strpos(e.initials, :q) > 0 or strpos(replace(e.slug, '-', ''), :q) > 0)
                          and (cast(:name as text) is null or (e.name, e.slug) > (:name, :slug))
                        order by e.name, e.slug limit :limit
                        """)
                .param("q", q)
                .param("name", after.map(Position::name).orElse(null))
                .param("slug", after.map(Position::slug).orElse(null))
                .param("limit", limit)
                .query(EstateFinder::read)
                .list();
    }

    private static FoundEstate read(ResultSet row, int number) throws SQLException {
        return new FoundEstate(
                row.getString("slug"),
                row.getString("name"),
                row.getString("community"),
                row.getString("street"),
                City.valueOf(row.getString("city")));
    }

    /** Full-width signs, capitals and spaces make no difference: input methods put spaces between syllables. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Cntrl}]+", "")
                .toLowerCase(Locale.ROOT);
    }
}
