package cn.yuanlin.platform.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.StreamingAead;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.security.GeneralSecurityException;
import java.util.UUID;

/** What one estate's keys can do. Safe for use by many threads; not to be kept longer than a use case. */
public final class EstateSecrets {
    private final UUID estate;
    private final Aead text;
    private final StreamingAead files;
    private final byte[] filePrefix;
    private final Mac lookup;

    EstateSecrets(UUID estate, Aead text, StreamingAead files, byte[] filePrefix, Mac lookup) {
        this.estate = estate;
        this.text = text;
        this.files = files;
        this.filePrefix = filePrefix;
        this.lookup = lookup;
    }

    /**
     * @param column which kind of value, such as {@code person.phone}
     * @param row the id of the row it is kept in: moved to another row or column it can't be read
     */
    public byte[] encrypt(String plain, String column, Object row) {
        try {
            return text.encrypt(plain.getBytes(UTF_8), place(column, row));
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("can't encrypt " + column, fault);
        }
    }

    /** @throws IllegalStateException if it was not encrypted for this estate, column and row, or was changed since */
    public String decrypt(byte[] cipher, String column, Object row) {
        try {
            return new String(text.decrypt(cipher, place(column, row)), UTF_8);
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("can't decrypt " + column, fault);
        }
    }

    /** Keyed hash of 32 bytes: equal for equal text of one column of one estate, and says nothing to whoever has no key. */
    public byte[] lookupHash(String plain, String column) {
        try {
            return lookup.computeMac((column + '\n' + plain).getBytes(UTF_8));
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("can't hash " + column, fault);
        }
    }

    /** A stream that encrypts what is written; complete only once closed. */
    public OutputStream encrypting(OutputStream target, String kind, Object id) throws IOException {
        try {
            // Tink's own streams don't say which key they need, as its texts do.
            target.write(filePrefix);
            return files.newEncryptingStream(target, place(kind, id));
        } catch (GeneralSecurityException fault) {
            throw new IOException("can't encrypt " + kind, fault);
        }
    }

    /** A stream of the plain bytes; reading fails where the file was changed, cut short or belongs elsewhere. */
    public InputStream decrypting(InputStream source, String kind, Object id) throws IOException {
        try {
            return files.newDecryptingStream(withoutPrefix(source), place(kind, id));
        } catch (GeneralSecurityException fault) {
            throw new IOException("can't decrypt " + kind, fault);
        }
    }

    /** How files begin that are encrypted now. */
    public byte[] filePrefix() {
        return filePrefix.clone();
    }

    /** A whole file, encrypted anew with the key that writes now. */
    public byte[] renewedFile(byte[] sealed, String kind, Object id) {
        var renewed = new ByteArrayOutputStream(sealed.length + KeyPrefix.LENGTH);
        try (var plain = decrypting(new ByteArrayInputStream(sealed), kind, id);
                var target = encrypting(renewed, kind, id)) {
            plain.transferTo(target);
        } catch (IOException fault) {
            throw new IllegalStateException("can't encrypt anew " + kind, fault);
        }
        return renewed.toByteArray();
    }

    /** Workbooks that an older release has staged have none: they begin with the length of Tink's header, which is another number. */
    private static InputStream withoutPrefix(InputStream source) throws IOException {
        var whole = new PushbackInputStream(source, 1);
        int first = whole.read();
        if (first == KeyPrefix.FIRST) whole.skipNBytes(KeyPrefix.LENGTH - 1);
        else if (first >= 0) whole.unread(first);
        return whole;
    }

    private byte[] place(String column, Object row) {
        return (estate + "\n" + column + "\n" + row).getBytes(UTF_8);
    }
}
