package cn.yuanlin.platform.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yuanlin.platform.access.Caller;
import cn.yuanlin.platform.access.Role;
import cn.yuanlin.platform.keys.EstateKeys;
import cn.yuanlin.platform.media.MediaKey.Part;
import cn.yuanlin.platform.media.file.Pictures;
import cn.yuanlin.platform.tenancy.CurrentEstate;
import cn.yuanlin.platform.testing.Archives;
import cn.yuanlin.platform.testing.Http;
import cn.yuanlin.platform.testing.Members;
import cn.yuanlin.platform.testing.PlatformTest;
import cn.yuanlin.platform.testing.TestIssuer;
import cn.yuanlin.platform.testing.TestTasks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class MediaApiTest extends PlatformTest {
    private static final String MEDIA = "/api/estates/disai-yuanyuan/media";

    @Autowired
    private MediaFiles files;

    @Autowired
    private Uploads uploads;

    @Autowired
    private MediaStore store;

    @Autowired
    private LetterOwner letters;

    @Autowired
    private LooseMedia loose;

    @Autowired
    private EstateKeys keys;

    @Autowired
    private JdbcClient jdbc;

    private final String sender = "media-" + UUID.randomUUID();
    private final String other = "media-" + UUID.randomUUID();

    @BeforeEach
    void members() {
        keys.make(DISAI);
        Members.admit(http(), DISAI, sender, Role.RESIDENT);
        Members.admit(http(), DISAI, other, Role.RESIDENT);
    }

    @Test
    void whatWasTakenIsSeenBySenderAloneUntilARecordHasIt() {
        var answer = as(sender).postBytes(MEDIA, Pictures.withExif(Pictures.jpeg(800, 600), 6));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.json().path("kind").asString()).isEqualTo("PHOTO");
        assertThat(answer.json().path("width").asInt()).isEqualTo(600);
        assertThat(answer.json().path("height").asInt()).isEqualTo(800);
        var media = answer.json().path("id").asString();

        var photo = as(sender).get(MEDIA + "/" + media);
        assertThat(photo.status()).isEqualTo(200);
        assertThat(photo.header("Content-Type")).startsWith("image/jpeg");
        assertThat(photo.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(photo.header("Content-Security-Policy")).contains("sandbox");
        assertThat(photo.header("Cache-Control")).contains("private");
        assertThat((long) photo.response().body().length)
                .isEqualTo(answer.json().path("bytes").asLong());
        assertThat(new String(photo.response().body(), ISO_8859_1)).doesNotContain("Exif", "SECRET");
        assertThat(Pictures.read(as(sender)
                                .get(MEDIA + "/" + media + "/thumbnail")
                                .response()
                                .body())
                        .getHeight())
                .isEqualTo(400);
        for (var path : new String[] {"/" + media, "/" + media + "/thumbnail"})
            assertThat(as(other).get(MEDIA + path).status()).isEqualTo(404);
    }

    @Test
    void accessIsTheOwningRecordsAndEndsWithIt() {
        var media = upload(sender, Pictures.png(30, 20));
        var letter = UUID.randomUUID().toString();
        inEstate(
                disai(),
                () -> assertThat(files.give(media, LetterOwner.TYPE, letter, sender))
                        .isTrue());

        assertThat(as(other).get(MEDIA + "/" + media).status()).isEqualTo(404);
        assertThat(as(sender).get(MEDIA + "/" + media).status()).isEqualTo(404);
        letters.readBy(letter, other);
        var seen = as(other).get(MEDIA + "/" + media);
        assertThat(seen.status()).isEqualTo(200);
        var again = as(other).with("If-None-Match", seen.header("ETag"));
        assertThat(again.get(MEDIA + "/" + media).status()).isEqualTo(304);
        letters.readBy(letter);
        assertThat(again.get(MEDIA + "/" + media).status()).isEqualTo(404);
    }

    @Test
    void isGivenOnceAndByItsSenderOnly() {
        var media = upload(sender, Pictures.jpeg(30, 20));
        var letter = UUID.randomUUID().toString();
        inEstate(disai(), () -> {
            assertThat(files.give(media, LetterOwner.TYPE, letter, other)).isFalse();
            assertThat(files.give(UUID.randomUUID(), LetterOwner.TYPE, letter, sender))
                    .isFalse();
            assertThat(files.give(media, LetterOwner.TYPE, letter, sender)).isTrue();
            assertThat(files.give(media, LetterOwner.TYPE, letter, sender)).isTrue();
            assertThat(files.give(media, LetterOwner.TYPE, UUID.randomUUID().toString(), sender))
                    .isFalse();
            assertThat(files.of(LetterOwner.TYPE, letter)).containsExactly(media);
        });
        assertThatThrownBy(() -> inEstate(disai(), () -> files.give(media, "nobody's", letter, sender)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDocumentIsHandedOutToBeSavedAndHasNoThumbnail() {
        var media = upload(sender, Pictures.pdf("/Pages 3 0 R"));
        var document = as(sender).get(MEDIA + "/" + media);
        assertThat(document.header("Content-Type")).startsWith("application/pdf");
        assertThat(document.header("Content-Disposition")).startsWith("attachment");
        assertThat(as(sender).get(MEDIA + "/" + media + "/thumbnail").status()).isEqualTo(404);
    }

    @Test
    void refusesWithWordsForWhoeverChoseTheFile() {
        var bomb = as(sender).postBytes(MEDIA, Pictures.pngThatSays(30_000, 30_000));
        assertThat(bomb.status()).isEqualTo(422);
        assertThat(bomb.json().path("type").asString()).isEqualTo("/problems/media-refused");
        assertThat(bomb.json().path("reason").asString()).isEqualTo("TOO_MANY_PIXELS");
        assertThat(bomb.json().path("detail").asString()).contains("缩小");
    }

    @Test
    void twelveMegabytesAreTakenAndNotAByteMore() {
        var limit = 12 << 20;
        var small = Pictures.jpeg(64, 64);
        var padded = Pictures.concat(small, new byte[limit - small.length]);
        assertThat(as(sender).postBytes(MEDIA, padded).status()).isEqualTo(201);
        var larger = Pictures.concat(padded, new byte[1]);
        var refused = as(sender).postBytes(MEDIA, larger);
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.json().path("type").asString()).isEqualTo("/problems/media-too-large");
        assertThat(as(sender)
                        .postStream(MEDIA, new ByteArrayInputStream(larger))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void whatIsStoredCanBeReadWithTheEstatesKeyOnly() throws IOException {
        var media = upload(sender, Pictures.jpeg(50, 50));
        for (var part : Part.values()) {
            try (var kept =
                    store.get(new MediaKey(disai().schema(), media, part)).orElseThrow()) {
                var bytes = kept.readAllBytes();
                assertThat(new String(bytes, ISO_8859_1)).doesNotContain("JFIF");
                assertThatThrownBy(() -> {
                            keys.make(LINYUAN);
                            try (var plain = keys.of(LINYUAN)
                                    .decrypting(new ByteArrayInputStream(bytes), "media." + part, media)) {
                                plain.readAllBytes();
                            }
                        })
                        .isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void whatNoRecordTookIsForgottenAndWhatOneTookStays() {
        var forgotten = upload(sender, Pictures.jpeg(50, 50));
        var kept = upload(sender, Pictures.jpeg(50, 50));
        inEstate(disai(), () -> files.give(kept, LetterOwner.TYPE, "a", sender));
        CurrentEstate.run(disai(), () -> {
            assertThat(loose.work(forgotten, () -> false)).isEmpty();
            assertThat(loose.work(kept, () -> false)).isEmpty();
            assertThat(loose.work(UUID.randomUUID(), () -> false)).isEmpty();
        });
        assertThat(as(sender).get(MEDIA + "/" + forgotten).status()).isEqualTo(404);
        for (var part : Part.values()) {
            assertThat(store.get(new MediaKey(disai().schema(), forgotten, part)))
                    .isEmpty();
            assertThat(store.get(new MediaKey(disai().schema(), kept, part))).isPresent();
        }
    }

    /** What the record itself says stays, with the hash of what it had. */
    @Test
    void whatARecordHadIsForgottenForGood() {
        var letter = UUID.randomUUID().toString();
        var others = UUID.randomUUID().toString();
        var forgotten = upload(sender, Pictures.jpeg(50, 50));
        var kept = upload(sender, Pictures.jpeg(50, 50));
        inEstate(disai(), () -> {
            files.give(forgotten, LetterOwner.TYPE, letter, sender);
            files.give(kept, LetterOwner.TYPE, others, sender);
        });
        letters.readBy(letter, other);
        letters.readBy(others, other);
        CurrentEstate.run(disai(), () -> {
            files.forget(LetterOwner.TYPE, letter);
            files.forget(LetterOwner.TYPE, letter);
        });
        assertThat(as(other).get(MEDIA + "/" + forgotten).status()).isEqualTo(404);
        assertThat(as(other).get(MEDIA + "/" + kept).status()).isEqualTo(200);
        inEstate(disai(), () -> {
            assertThat(files.of(LetterOwner.TYPE, letter)).isEmpty();
            assertThat(files.of(LetterOwner.TYPE, others)).containsExactly(kept);
            assertThat(jdbc.sql("select length(sha256) from media where id = ?")
                            .param(forgotten)
                            .query(Integer.class)
                            .single())
                    .isEqualTo(32);
        });
        for (var part : Part.values()) {
            assertThat(store.get(new MediaKey(disai().schema(), forgotten, part)))
                    .isEmpty();
            assertThat(store.get(new MediaKey(disai().schema(), kept, part))).isPresent();
        }
    }

    @Test
    void theOrderToForgetIsGivenWithTheUpload() {
        var media = upload(sender, Pictures.jpeg(50, 50));
        assertThat(TestTasks.ordersOf(media)).containsExactly(LooseMedia.NAME);
    }

    @Test
    void nobodyFillsTheStoreWithWhatBelongsToNothing() {
        inEstate(disai(), () -> jdbc.sql("""
                        insert into media (content_type, width, height, bytes, sha256, sealed_under, uploaded_by, uploaded_at)
                        select 'image/jpeg', 1, 1, 1, sha256('x'), '\\x0100000000', ?, now() from generate_series(1, ?)
                        """).params(sender, Uploads.MOST_LOOSE).update());
        var refused = as(sender).postBytes(MEDIA, Pictures.jpeg(50, 50));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("type").asString()).isEqualTo("/problems/too-many-uploads");
        assertThat(upload(other, Pictures.jpeg(50, 50))).isNotNull();
    }

    @Test
    void onlySoManySendAtOnceAndTheRestAreToldToComeAgain() throws Exception {
        var caller = new Caller(sender, "慢", Set.of(Role.RESIDENT));
        var arrived = new CountDownLatch(Uploads.MOST_AT_ONCE);
        var end = new CountDownLatch(1);
        try (var slow = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < Uploads.MOST_AT_ONCE; n++)
                slow.submit(() -> CurrentEstate.call(disai(), () -> uploads.take(endless(arrived, end), caller)));
            arrived.await();
            var refused = as(other).postBytes(MEDIA, Pictures.jpeg(50, 50));
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.json().path("type").asString()).isEqualTo("/problems/media-busy");
            assertThat(refused.header("Retry-After")).isEqualTo("5");
            end.countDown();
        }
        assertThat(upload(other, Pictures.jpeg(50, 50))).isNotNull();
    }

    /** Sends nothing until the end. */
    private static InputStream endless(CountDownLatch arrived, CountDownLatch end) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                arrived.countDown();
                try {
                    end.await();
                } catch (InterruptedException stopped) {
                    throw new InterruptedIOException();
                }
                return -1;
            }
        };
    }

    @Test
    void leavesWithTheEstateReadable() throws IOException {
        var pdf = Pictures.pdf("/Pages 3 0 R");
        var document = upload(sender, pdf);
        var photo = upload(sender, Pictures.jpeg(50, 50));
        var zip = http().as(TestIssuer.serviceToken()).post("/internal/estates/" + DISAI + "/export", null);
        assertThat(zip.status()).isEqualTo(200);
        var passphrase = as(committee())
                .get("/api/estates/disai-yuanyuan/archive-passphrase")
                .json();
        var files = Archives.open(
                zip.response().body(), passphrase.path("passphrase").asString());
        assertThat(files.get("media/" + document + ".pdf")).isEqualTo(pdf);
        assertThat(Pictures.read(files.get("media/" + photo + ".jpg")).getWidth())
                .isEqualTo(50);
    }

    @Test
    void nothingIsLeftOfAnEstateThatIsRemoved() {
        var id = UUID.randomUUID();
        var removed = register(id, "removed-" + id, "将删小区");
        var key = new MediaKey(removed.schema(), UUID.randomUUID(), Part.CONTENT);
        store.put(key, new byte[] {1});
        assertThat(http().as(TestIssuer.serviceToken())
                        .delete("/internal/estates/" + id)
                        .status())
                .isEqualTo(204);
        assertThat(store.get(key)).isEmpty();
    }

    private String committee() {
        var member = "media-" + UUID.randomUUID();
        Members.admit(http(), DISAI, member, Role.COMMITTEE);
        return member;
    }

    private UUID upload(String subject, byte[] file) {
        var answer = as(subject).postBytes(MEDIA, file);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return UUID.fromString(answer.json().path("id").asString());
    }

    private Http as(String subject) {
        return http().as(TestIssuer.tokenOf(subject, DISAI));
    }
}
