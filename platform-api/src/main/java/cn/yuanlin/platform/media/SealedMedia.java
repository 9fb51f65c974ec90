package cn.yuanlin.platform.media;

import cn.yuanlin.platform.keys.EstateSecrets;
import cn.yuanlin.platform.keys.SealedFiles;
import cn.yuanlin.platform.media.MediaKey.Part;
import cn.yuanlin.platform.tenancy.CurrentEstate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Photos and files follow their estate to its next key. */
@Component
class SealedMedia implements SealedFiles {
    private static final int SOME = 10;

    private final MediaRows rows;
    private final MediaStore store;
    private final TransactionTemplate transaction;

    SealedMedia(MediaRows rows, MediaStore store, TransactionTemplate transaction) {
        this.rows = rows;
        this.store = store;
        this.transaction = transaction;
    }

    @Override
    public String table() {
        return "media";
    }

    @Override
    public String column() {
        return "sealed_under";
    }

    @Override
    public boolean renewSome(EstateSecrets secrets, List<byte[]> retired) {
        var some = Objects.requireNonNull(transaction.execute(status -> rows.sealedUnder(retired, SOME)));
        for (var media : some) transaction.executeWithoutResult(status -> renew(media, secrets));
        return !some.isEmpty();
    }

    /**
     * With the row held, although the store takes its time: whoever forgets the bytes at the same moment would otherwise delete them
     * before they are put back.
     */
    private void renew(UUID media, EstateSecrets secrets) {
        var sealed = rows.lockSealed(media);
        if (sealed.isEmpty() || Arrays.equals(sealed.get().under(), secrets.filePrefix())) return;
        if (!sealed.get().forgotten()) for (var part : Part.values()) renew(media, part, secrets);
        rows.sealedAnew(media, sealed.get().under(), secrets.filePrefix());
    }

    private void renew(UUID media, Part part, EstateSecrets secrets) {
        var key = new MediaKey(CurrentEstate.get().schema(), media, part);
        try (var kept = store.get(key).orElse(null)) {
            if (kept != null) store.put(key, secrets.renewedFile(kept.readAllBytes(), "media." + part, media));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
