package cn.yuanlin.platform.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yuanlin.platform.media.MediaKey.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both stores keep the same promises. */
class MediaStoreTest {
    private static final String OURS = "e_0000000000d1";
    private static final String THEIRS = "e_0000000000a2";

    @TempDir
    private Path folder;

    private final UUID media = UUID.randomUUID();

    @Test
    void aFolderKeepsWhatItIsGiven() {
        keepsWhatItIsGiven(new FolderMediaStore(folder));
    }

    @Test
    void aBucketKeepsWhatItIsGiven() throws IOException {
        withBucket("", this::keepsWhatItIsGiven);
    }

    @Test
    void aFolderForgetsAllOfAnEstateAndNothingOfAnother() {
        forgetsAllOfAnEstate(new FolderMediaStore(folder));
    }

    @Test
    void aBucketForgetsAllOfAnEstateAndNothingOfAnother() throws IOException {
        withBucket("c1/", this::forgetsAllOfAnEstate);
    }

    @Test
    void filesAreWholeAndTheServicesOwn() throws IOException {
        new FolderMediaStore(folder).put(key(OURS, Part.CONTENT), new byte[] {1, 2});
        try (var all = Files.list(folder.resolve(OURS))) {
            var files = all.toList();
            assertThat(files).extracting(file -> file.getFileName().toString()).containsExactly(media + ".content");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.getFirst())))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void requestsAreSignedAndGoUnderThePrefix() throws IOException {
        try (var stand = new S3Stand();
                var store = bucket(stand, "c1/")) {
            store.put(key(OURS, Part.THUMBNAIL), new byte[] {7});
            assertThat(stand.objects()).containsOnlyKeys("c1/" + OURS + "/" + media + ".thumbnail");
            assertThat(stand.objects().values().iterator().next()).containsExactly(7);
            assertThat(stand.signatures())
                    .allMatch(signature -> signature.startsWith("AWS4-HMAC-SHA256 Credential=demo/"));
        }
    }

    @Test
    void noKeyLeavesItsEstate() {
        assertThatThrownBy(() -> new MediaKey("../keys", media, Part.CONTENT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FolderMediaStore(folder).deleteAll(".."))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void keepsWhatItIsGiven(MediaStore store) {
        var key = key(OURS, Part.CONTENT);
        assertThat(store.get(key)).isEmpty();
        store.put(key, new byte[] {1, 2, 3});
        assertThat(read(store, key)).containsExactly(1, 2, 3);
        store.put(key, new byte[] {4});
        assertThat(read(store, key)).containsExactly(4);
        assertThat(store.get(key(OURS, Part.THUMBNAIL))).isEmpty();
        store.delete(key);
        store.delete(key);
        assertThat(store.get(key)).isEmpty();
    }

    private void forgetsAllOfAnEstate(MediaStore store) {
        for (var schema : new String[] {OURS, THEIRS})
            for (var part : Part.values()) store.put(key(schema, part), new byte[] {1});
        store.deleteAll(OURS);
        store.deleteAll(OURS);
        for (var part : Part.values()) {
            assertThat(store.get(key(OURS, part))).isEmpty();
            assertThat(read(store, key(THEIRS, part))).containsExactly(1);
        }
    }

    private static void withBucket(String prefix, Consumer<MediaStore> work) throws IOException {
        try (var stand = new S3Stand();
                var store = bucket(stand, prefix)) {
            work.accept(store);
        }
    }

    private static S3MediaStore bucket(S3Stand stand, String prefix) {
        return MediaConfiguration.s3(
                new MediaProperties.S3(stand.url(), "cn-north-1", S3Stand.BUCKET, prefix, "demo", "demo-secret", true));
    }

    private MediaKey key(String schema, Part part) {
        return new MediaKey(schema, media, part);
    }

    private static byte[] read(MediaStore store, MediaKey key) {
        try (var bytes = store.get(key).orElseThrow()) {
            return bytes.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
