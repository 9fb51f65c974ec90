package cn.yuanlin.platform.tenancy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * In which estates of the cell somebody ever acted. Asked when an account ends: no token names all of these estates, and their number is
 * that of a person's, not of the cell's.
 */
@Component
public class KnownPeople {
    private record Key(UUID estate, String subject) {}

    private final CellRole registrar;
    /** Who was written down already. */
    private final Cache<Key, Boolean> noted = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    KnownPeople(@Qualifier("registrar") CellRole registrar) {
        this.registrar = registrar;
    }

    /** Call before the estate keeps anything of the person. In a transaction of its own, also inside the estate's. */
    public void note(UUID estate, String subject) {
        var person = new Key(estate, subject);
        if (noted.getIfPresent(person) != null) return;
        registrar.run(jdbc ->
                jdbc.sql("""
                insert into known_person (subject, estate_id) select :subject, id from estate where id = :estate
                on conflict do nothing
                """).param("subject", subject).param("estate", estate).update());
        noted.put(person, true);
    }

    /** Estates whose requests are answered and in which the person acted, as the registry has them now. */
    public List<Estate> estatesOf(String subject) {
        return registrar.call(jdbc ->
                jdbc.sql("""
                select e.* from estate e join known_person k on k.estate_id = e.id
                where k.subject = ? and e.state in ('ACTIVE', 'SUSPENDED') and e.schema_version is not null
                order by e.id
                """).param(subject).query(EstateRegistry::estate).list());
    }

    /** Once nothing of the person is kept in the estate but what the law keeps. */
    public void forget(UUID estate, String subject) {
        registrar.run(jdbc -> jdbc.sql("delete from known_person where subject = ? and estate_id = ?")
                .param(subject)
                .param(estate)
                .update());
        noted.invalidate(new Key(estate, subject));
    }
}
