package cn.yuanlin.platform.workbook;

import cn.yuanlin.platform.keys.EstateKeys;
import cn.yuanlin.platform.tenancy.CellRole;
import cn.yuanlin.platform.workbook.file.WorkbookFile;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Uploads on their way into an estate, kept in the cell's own tables as pieces encrypted with the estate's key. An upload streams
 * in under an id of its own and takes the workbook's place once it is whole, so that a broken one changes nothing.
 */
@Component
class StagedWorkbooks {
    private static final int CHUNK = 1 << 20;
    private static final int BUFFER = 1 << 16;
    private static final String KIND = "workbook";

    private final CellRole registrar;
    private final EstateKeys keys;
    private final StagingLeftovers leftovers;

    /** @param sha256 of the plain file, in hex */
    record Staged(UUID upload, String sha256, long sizeBytes) {}

    /** What became of an upload. */
    sealed interface StageOutcome {
        record Done(Staged staged) implements StageOutcome {}

        record TooLarge() implements StageOutcome {}

        /** Another upload of the same workbook was completed meanwhile. */
        record Overtaken() implements StageOutcome {}

        /** The estate was opened: what it began with can't be changed any more. */
        record EstateOpen() implements StageOutcome {}
    }

    StagedWorkbooks(@Qualifier("registrar") CellRole registrar, EstateKeys keys, StagingLeftovers leftovers) {
        this.registrar = registrar;
        this.keys = keys;
        this.leftovers = leftovers;
    }

    StageOutcome stage(UUID estate, UUID workbook, InputStream body) throws IOException {
        var upload = UUID.randomUUID();
        boolean whole = false;
        try {
            var chunks = new ChunkedOutput(
                    CHUNK, (position, content) -> insert(estate, workbook, upload, position, content));
            var digest = sha256();
            long size = encrypt(estate, workbook, upload, body, chunks, digest);
            if (size > WorkbookFile.MAX_BYTES) return new StageOutcome.TooLarge();
            var staged = new Staged(upload, HexFormat.of().formatHex(digest.digest()), size);
            complete(estate, workbook, staged, chunks.count());
            whole = true;
            return new StageOutcome.Done(staged);
        } catch (OvertakenException e) {
            return new StageOutcome.Overtaken();
        } catch (EstateOpenException e) {
            return new StageOutcome.EstateOpen();
        } finally {
            if (!whole) forget(estate, workbook, upload);
        }
    }

    /** @return the size of the body; above the limit what follows is not kept */
    private long encrypt(
            UUID estate, UUID workbook, UUID upload, InputStream body, ChunkedOutput chunks, MessageDigest digest)
            throws IOException {
        var buffer = new byte[BUFFER];
        long size = 0;
        try (var encrypted = keys.of(estate).encrypting(chunks, KIND, place(workbook, upload))) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                size += read;
                if (size > WorkbookFile.MAX_BYTES) break;
                digest.update(buffer, 0, read);
                encrypted.write(buffer, 0, read);
            }
        }
        return size;
    }

    /** Puts the upload in the place of the workbook's former one. */
    private void complete(UUID estate, UUID workbook, Staged staged, int chunks) {
        registrar.run(jdbc -> {
            // Locked against the opening of the estate, after which nothing may be staged.
            var open = jdbc.sql("select state not in ('STAGED', 'PROVISIONED') from estate where id = ? for share")
                    .param(estate)
                    .query(Boolean.class)
                    .optional();
            if (open.orElse(true)) throw new EstateOpenException();
            jdbc.sql("""
                    insert into staged_workbook (estate_id, id, upload, sha256, size_bytes) values (?, ?, ?, ?, ?)
                    on conflict (estate_id, id) do update set upload = excluded.upload, sha256 = excluded.sha256,
                        size_bytes = excluded.size_bytes, staged_at = now()
                    """)
                    .params(
                            estate,
                            workbook,
                            staged.upload(),
                            HexFormat.of().parseHex(staged.sha256()),
                            staged.sizeBytes())
                    .update();
            // The row just written is locked: of two uploads that end together, one is the other's former one.
            int own = jdbc.sql(
                            "select count(*) from staged_chunk where estate_id = ? and workbook_id = ? and upload = ?")
                    .params(estate, workbook, staged.upload())
                    .query(Integer.class)
                    .single();
            if (own != chunks) throw new OvertakenException();
            jdbc.sql("delete from staged_chunk where estate_id = ? and workbook_id = ? and upload <> ?")
                    .params(estate, workbook, staged.upload())
                    .update();
            leftovers.forgetOld(jdbc, estate);
        });
    }

    /** Undoes the transaction that noticed it. */
    private static final class OvertakenException extends RuntimeException {}

    /** Undoes the transaction that noticed it. */
    private static final class EstateOpenException extends RuntimeException {}

    Optional<Staged> find(UUID estate, UUID workbook) {
        return registrar.call(jdbc -> jdbc.sql(
                        "select upload, sha256, size_bytes from staged_workbook where estate_id = ? and id = ?")
                .params(estate, workbook)
                .query((row, number) -> new Staged(
                        row.getObject("upload", UUID.class),
                        HexFormat.of().formatHex(row.getBytes("sha256")),
                        row.getLong("size_bytes")))
                .optional());
    }

    /** The plain file, in one array of its size. */
    byte[] read(UUID estate, UUID workbook, Staged staged) {
        var pieces = new SequenceInputStream(new Enumeration<>() {
            private int position;
            private Optional<byte[]> next = chunk(estate, workbook, staged.upload(), 0);

            @Override
            public boolean hasMoreElements() {
                return next.isPresent();
            }

            @Override
            public InputStream nextElement() {
                var current = next.orElseThrow(NoSuchElementException::new);
                next = chunk(estate, workbook, staged.upload(), ++position);
                return new ByteArrayInputStream(current);
            }
        });
        try (var plain = keys.of(estate).decrypting(pieces, KIND, place(workbook, staged.upload()))) {
            var bytes = new byte[Math.toIntExact(staged.sizeBytes())];
            if (plain.readNBytes(bytes, 0, bytes.length) < bytes.length) throw new EOFException();
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<byte[]> chunk(UUID estate, UUID workbook, UUID upload, int position) {
        return registrar.call(jdbc -> jdbc.sql("""
                        select content from staged_chunk
                        where estate_id = ? and workbook_id = ? and upload = ? and position = ?
                        """)
                .params(estate, workbook, upload, position)
                .query(byte[].class)
                .optional());
    }

    private void insert(UUID estate, UUID workbook, UUID upload, int position, byte[] content) {
        registrar.run(jdbc -> jdbc.sql(
                        "insert into staged_chunk (estate_id, workbook_id, upload, position, content) values (?, ?, ?, ?, ?)")
                .params(estate, workbook, upload, position, content)
                .update());
    }

    private void forget(UUID estate, UUID workbook, UUID upload) {
        registrar.run(
                jdbc -> jdbc.sql("delete from staged_chunk where estate_id = ? and workbook_id = ? and upload = ?")
                        .params(estate, workbook, upload)
                        .update());
    }

    private static String place(UUID workbook, UUID upload) {
        return workbook + "/" + upload;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
