package cn.yuanlin.local;

/** Something that a person can put right; the message is one line that says what and how. */
public final class LocalException extends RuntimeException {
    public LocalException(String message) {
        super(message);
    }

    public LocalException(String message, Throwable cause) {
        super(message, cause);
    }
}
