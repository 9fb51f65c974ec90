package cn.yuanlin.platform.media;

import cn.yuanlin.platform.access.AccessProblem;
import cn.yuanlin.platform.access.Caller;
import cn.yuanlin.platform.access.Reverification;
import cn.yuanlin.platform.keys.EstateKeys;
import cn.yuanlin.platform.media.MediaKey.Part;
import cn.yuanlin.platform.tenancy.CurrentEstate;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Photos and files of the estate that is bound, and the records they belong to. */
@Service
public class MediaFiles {
    /** More than any record should have. */
    private static final int MOST_OF_A_RECORD = 100;

    private final MediaRows rows;
    private final MediaStore store;
    private final EstateKeys keys;
    private final Reverification reverification;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<String, MediaOwner> owners;

    MediaFiles(
            MediaRows rows,
            MediaStore store,
            EstateKeys keys,
            Reverification reverification,
            TransactionTemplate transaction,
            Clock clock,
            ObjectProvider<MediaOwner> owners) {
        this.rows = rows;
        this.store = store;
        this.keys = keys;
        this.reverification = reverification;
        this.transaction = transaction;
        this.clock = clock;
        this.owners = owners.stream().collect(Collectors.toMap(MediaOwner::type, Function.identity()));
    }

    /**
     * Gives an upload to a record, for good, in the caller's transaction. Giving it to the same record again changes nothing.
     *
     * @param type a {@linkplain MediaOwner#type() kind} that a feature contributes
     * @param uploader who acts now: nobody can give away what another one uploaded
     * @return false if there is no such upload of this person, or it belongs to another record
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean give(UUID media, String type, String record, String uploader) {
        if (!owners.containsKey(type)) throw new IllegalArgumentException("no feature owns media as " + type);
        var owner = new Media.Owner(type, record);
        return rows.giveTo(owner, media, uploader)
                || rows.find(media)
                        .filter(known -> known.uploadedBy().equals(uploader))
                        .filter(known -> owner.equals(known.owner()))
                        .isPresent();
    }

    /** What a record has, oldest first, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<UUID> of(String type, String record) {
        return rows.of(new Media.Owner(type, record), MOST_OF_A_RECORD);
    }

    /**
     * Deletes the bytes of all that a record has, for good; that they were there stays known, with their hash. Outside of transactions.
     * Cut off, it is to be done again, which changes nothing of what was done.
     */
    public void forget(String type, String record) {
        var owner = new Media.Owner(type, record);
        var forgotten = Objects.requireNonNull(transaction.execute(status -> rows.forget(owner, clock.instant())));
        var schema = CurrentEstate.get().schema();
        for (var media : forgotten) for (var part : Part.values()) store.delete(new MediaKey(schema, media, part));
    }

    /**
     * The row, if the caller may see what it is about.
     *
     * @throws cn.yuanlin.platform.shared.ProblemException 403 if it is others' data and the caller's account may be in other hands
     */
    Optional<Media> find(UUID media, Caller caller) {
        boolean ofOthers = Objects.requireNonNull(transaction.execute(status ->
                rows.find(media).filter(found -> showsOthersData(found, caller)).isPresent()));
        // Between the transactions: the control plane is asked, which may take its time.
        if (ofOthers && reverification.isNeededOf(caller.subject()))
            throw AccessProblem.REVERIFICATION_NEEDED.problem().raise();
        return Objects.requireNonNull(
                transaction.execute(status -> rows.find(media).filter(found -> mayRead(found, caller))));
    }

    private boolean showsOthersData(Media media, Caller caller) {
        var owner = media.owner();
        if (owner == null) return false;
        var feature = owners.get(owner.type());
        return feature != null && feature.showsOthersData(owner.id(), caller);
    }

    private boolean mayRead(Media media, Caller caller) {
        var owner = media.owner();
        if (owner == null) return media.uploadedBy().equals(caller.subject());
        var feature = owners.get(owner.type());
        return feature != null && feature.mayRead(owner.id(), caller);
    }

    /** The plain bytes, to be closed by the caller; empty if there is no such part. */
    Optional<InputStream> open(Media media, Part part) throws IOException {
        var secrets = keys.current();
        var sealed = store.get(new MediaKey(CurrentEstate.get().schema(), media.id(), part));
        if (sealed.isEmpty()) return Optional.empty();
        return Optional.of(secrets.decrypting(sealed.get(), "media." + part, media.id()));
    }
}
