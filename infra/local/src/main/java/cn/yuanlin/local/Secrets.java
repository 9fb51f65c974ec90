package cn.yuanlin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/** Generated passwords, one file each, readable by their owner alone (0600). Never committed, never logged. */
public final class Secrets {
    /** Without the letters and digits that people confuse, and safe in SQL, JSON, shells and URLs. */
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final FileAttribute<?> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path folder;

    public Secrets(Path folder) {
        this.folder = Folders.makePrivate(folder);
    }

    /** The secret of this name; made at the first call and the same ever after. */
    public String get(String name) {
        var file = folder.resolve(name);
        // Several instances may mind one folder.
        synchronized (Secrets.class) {
            try {
                if (!Files.exists(file)) {
                    var unfinished = Files.createTempFile(folder, name, "", PRIVATE);
                    Files.writeString(unfinished, generate());
                    Folders.move(unfinished, file);
                }
                return Files.readString(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String generate() {
        var text = new StringBuilder();
        for (var i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
