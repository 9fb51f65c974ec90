package cn.yuanlin.platform.media;

import cn.yuanlin.platform.tenancy.Estate;
import java.util.UUID;

/**
 * Where one of a media's files is kept: {@code <schema>/<id>.<part>}. Made of what we gave out ourselves, so that it is a path and a
 * name everywhere.
 */
record MediaKey(String schema, UUID media, Part part) {
    enum Part {
        CONTENT,
        THUMBNAIL
    }

    MediaKey {
        if (!schema.matches(Estate.SCHEMA_PATTERN)) throw new IllegalArgumentException("not an estate's schema");
    }

    String name() {
        return media + (part == Part.CONTENT ? ".content" : ".thumbnail");
    }

    @Override
    public String toString() {
        return schema + "/" + name();
    }
}
