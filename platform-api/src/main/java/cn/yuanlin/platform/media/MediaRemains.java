package cn.yuanlin.platform.media;

import cn.yuanlin.platform.provisioning.OutsideData;
import org.springframework.stereotype.Component;

/** What an estate leaves in the store goes with its schema. */
@Component
class MediaRemains implements OutsideData {
    private final MediaStore store;

    MediaRemains(MediaStore store) {
        this.store = store;
    }

    @Override
    public void destroy(String schema) {
        store.deleteAll(schema);
    }
}
