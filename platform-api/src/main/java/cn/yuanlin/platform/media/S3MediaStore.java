package cn.yuanlin.platform.media;

import cn.yuanlin.platform.tenancy.Estate;
import java.io.InputStream;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** A bucket of anything that speaks S3. Several platform-api of a cell share it; two cells need a bucket each, or another prefix. */
final class S3MediaStore implements MediaStore, AutoCloseable {
    private final S3Client s3;
    private final String bucket;
    private final String prefix;

    /** @param prefix before each key, empty or ending in a slash */
    S3MediaStore(S3Client s3, String bucket, String prefix) {
        this.s3 = s3;
        this.bucket = bucket;
        this.prefix = prefix;
    }

    @Override
    public void put(MediaKey key, byte[] bytes) {
        s3.putObject(
                put -> put.bucket(bucket).key(name(key)).contentType("application/octet-stream"),
                RequestBody.fromBytes(bytes));
    }

    @Override
    public Optional<InputStream> get(MediaKey key) {
        try {
            return Optional.of(s3.getObject(get -> get.bucket(bucket).key(name(key))));
        } catch (NoSuchKeyException missing) {
            return Optional.empty();
        }
    }

    @Override
    public void delete(MediaKey key) {
        s3.deleteObject(delete -> delete.bucket(bucket).key(name(key)));
    }

    /** One by one: what deletes many at once wants a checksum that not every S3 takes. */
    @Override
    public void deleteAll(String schema) {
        if (!schema.matches(Estate.SCHEMA_PATTERN)) throw new IllegalArgumentException("not an estate's schema");
        s3.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix + schema + "/")).contents().stream()
                .forEach(object ->
                        s3.deleteObject(delete -> delete.bucket(bucket).key(object.key())));
    }

    private String name(MediaKey key) {
        return prefix + key;
    }

    @Override
    public void close() {
        s3.close();
    }
}
