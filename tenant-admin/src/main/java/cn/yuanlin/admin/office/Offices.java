package cn.yuanlin.admin.office;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Offices, for whoever places something below one. */
@Component
public class Offices {
    private final OfficeStore store;

    Offices(OfficeStore store) {
        this.store = store;
    }

    public Optional<Office> find(UUID office) {
        return store.find(office);
    }
}
