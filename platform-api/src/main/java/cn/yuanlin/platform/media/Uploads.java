package cn.yuanlin.platform.media;

import cn.yuanlin.platform.access.Caller;
import cn.yuanlin.platform.keys.EstateKeys;
import cn.yuanlin.platform.keys.EstateSecrets;
import cn.yuanlin.platform.media.MediaKey.Part;
import cn.yuanlin.platform.media.file.CleanFile;
import cn.yuanlin.platform.media.file.Refusal;
import cn.yuanlin.platform.media.file.RefusedFile;
import cn.yuanlin.platform.tasks.EstateTasks;
import cn.yuanlin.platform.tenancy.CurrentEstate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes files in. */
@Service
class Uploads {
    static final int MAX_BYTES = 12 << 20;
    /** More than any form asks for. */
    static final int MOST_LOOSE = 30;
    /** As much evidence as one request takes. */
    static final int MOST_LOOSE_OF_NEWCOMERS = 9;
    /** They lie in the temporary folder until it is their turn: 400 MB at most. */
    static final int MOST_AT_ONCE = 32;

    private final MediaRows rows;
    private final MediaStore store;
    private final EstateKeys keys;
    private final EstateTasks tasks;
    private final CleaningTurns turns;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Semaphore room = new Semaphore(MOST_AT_ONCE);

    /** What became of an upload. */
    sealed interface Outcome {
        record Taken(Media media) implements Outcome {}

        record TooLarge() implements Outcome {}

        record TooManyLoose() implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    Uploads(
            MediaRows rows,
            MediaStore store,
            EstateKeys keys,
            EstateTasks tasks,
            CleaningTurns turns,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.store = store;
        this.keys = keys;
        this.tasks = tasks;
        this.turns = turns;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Looks at the file, makes it anew, and keeps it for the uploader until a record takes it.
     *
     * @throws cn.yuanlin.platform.shared.ProblemException 503 if too many are at it
     */
    Outcome take(InputStream upload, Caller caller) throws IOException {
        if (!room.tryAcquire()) throw MediaProblem.busy();
        try {
            return takeIn(upload, caller);
        } finally {
            room.release();
        }
    }

    private Outcome takeIn(InputStream upload, Caller caller) throws IOException {
        var uploader = caller.subject();
        var most = caller.roles().isEmpty() ? MOST_LOOSE_OF_NEWCOMERS : MOST_LOOSE;
        int loose = Objects.requireNonNull(transaction.execute(status -> rows.looseOf(uploader)));
        if (loose >= most) return new Outcome.TooManyLoose();
        var secrets = keys.current();
        try (var spool = Spool.open(secrets)) {
            if (!spool.take(upload, MAX_BYTES)) return new Outcome.TooLarge();
            try (var turn = turns.take()) {
                return new Outcome.Taken(keep(CleanFile.of(spool.bytes()), uploader, secrets));
            }
        } catch (RefusedFile refused) {
            return new Outcome.Refused(refused.refusal());
        }
    }

    /** First the order to forget it, then its bytes, then its row: cut off anywhere, nothing is left that nobody knows of. */
    private Media keep(CleanFile file, String uploader, EstateSecrets secrets) throws IOException {
        var id = Objects.requireNonNull(transaction.execute(status -> rows.newId()));
        tasks.order(LooseMedia.NAME, id, clock.instant().plus(LooseMedia.KEPT));
        put(id, Part.CONTENT, file.content(), secrets);
        var thumbnail = file.thumbnail();
        if (thumbnail != null) put(id, Part.THUMBNAIL, thumbnail, secrets);
        transaction.executeWithoutResult(status ->
                rows.insert(id, file, sha256(file.content()), secrets.filePrefix(), uploader, clock.instant()));
        return new Media(id, file.contentType(), file.width(), file.height(), file.content().length, uploader, null);
    }

    private void put(UUID id, Part part, byte[] plain, EstateSecrets secrets) throws IOException {
        var key = new MediaKey(CurrentEstate.get().schema(), id, part);
        var sealed = new ByteArrayOutputStream(plain.length + 1024);
        try (var target = secrets.encrypting(sealed, "media." + part, id)) {
            target.write(plain);
        }
        store.put(key, sealed.toByteArray());
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
