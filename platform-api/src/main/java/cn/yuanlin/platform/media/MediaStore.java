package cn.yuanlin.platform.media;

import java.io.InputStream;
import java.util.Optional;

/** Keeps bytes by key. What it is given is encrypted; it never sees a picture. */
interface MediaStore {
    /** Keeps the bytes for good once it returns, in place of what was there. */
    void put(MediaKey key, byte[] bytes);

    /** To be closed by the caller. */
    Optional<InputStream> get(MediaKey key);

    void delete(MediaKey key);

    /** Deletes all that an estate has. */
    void deleteAll(String schema);
}
