package cn.yuanlin.platform.profile;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the estate says about itself. */
@Service
class Profiles {
    private final EntityManager entities;

    Profiles(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional(readOnly = true)
    Optional<EstateProfile> find() {
        return Optional.ofNullable(entities.find(Profile.class, true)).map(Profile::shown);
    }
}
