package cn.yuanlin.platform.disclosure;

import cn.yuanlin.platform.shared.Keyset;
import cn.yuanlin.platform.shared.Page;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What everybody may read, newest first. */
@Service
@Transactional(readOnly = true)
class Notices {
    private final NoticeStore store;
    private final EntityManager entities;

    Notices(NoticeStore store, EntityManager entities) {
        this.store = store;
        this.entities = entities;
    }

    Page<NoticeHeadline> list(Keyset keyset) {
        return Page.of(
                store.headlines(keyset),
                keyset,
                notice -> List.of(notice.publishedOn().toString(), notice.id().toString()));
    }

    Optional<PublishedNotice> find(UUID id) {
        return Optional.ofNullable(entities.find(Notice.class, id)).map(PublishedNotice::of);
    }
}
