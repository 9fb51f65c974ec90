package cn.yuanlin.platform.media;

import cn.yuanlin.platform.export.ExportedFiles;
import cn.yuanlin.platform.keys.EstateKeys;
import cn.yuanlin.platform.media.MediaKey.Part;
import cn.yuanlin.platform.tenancy.CurrentEstate;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Photos and documents leave with their estate, named by the ids that the table of media has. */
@Component
class MediaExport implements ExportedFiles {
    private static final Logger LOG = LoggerFactory.getLogger(MediaExport.class);
    private static final int AT_ONCE = 500;

    private final MediaRows rows;
    private final MediaStore store;
    private final EstateKeys keys;

    MediaExport(MediaRows rows, MediaStore store, EstateKeys keys) {
        this.rows = rows;
        this.store = store;
        this.keys = keys;
    }

    @Override
    public String folder() {
        return "media";
    }

    @Override
    public void addTo(Target target) throws IOException {
        if (!rows.hasTable()) return;
        var secrets = keys.current();
        var schema = CurrentEstate.get().schema();
        @Nullable UUID last = null;
        for (var slice = rows.after(last, AT_ONCE); !slice.isEmpty(); slice = rows.after(last, AT_ONCE)) {
            for (var media : slice) {
                last = media.id();
                var sealed = store.get(new MediaKey(schema, media.id(), Part.CONTENT));
                if (sealed.isEmpty()) {
                    // The rest must not stay behind for it; the table still names it.
                    LOG.error("media {} is not in the store", media.id());
                    continue;
                }
                try (var plain = secrets.decrypting(sealed.get(), "media." + Part.CONTENT, media.id())) {
                    target.add(media.id() + (media.kind() == Media.Kind.DOCUMENT ? ".pdf" : ".jpg"), plain);
                }
            }
        }
    }
}
