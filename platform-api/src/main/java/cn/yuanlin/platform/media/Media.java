package cn.yuanlin.platform.media;

import cn.yuanlin.platform.media.file.CleanFile;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row about a photo or file. @param owner null as long as it belongs to no record */
record Media(
        UUID id,
        String contentType,
        int width,
        int height,
        long bytes,
        String uploadedBy,
        @Nullable Owner owner) {
    /** The record it belongs to. */
    record Owner(String type, String id) {}

    /** What it is, as clients are told. */
    enum Kind {
        PHOTO,
        DOCUMENT
    }

    Kind kind() {
        return contentType.equals(CleanFile.PDF) ? Kind.DOCUMENT : Kind.PHOTO;
    }
}
