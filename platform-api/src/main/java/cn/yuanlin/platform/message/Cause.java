package cn.yuanlin.platform.message;

/**
 * Why somebody is told: for one cause a person gets one message, however often and by whomever it is told.
 *
 * @param type what happened, such as {@code ballot.opened}
 * @param id to what: an id, never a name
 */
public record Cause(String type, Object id) {
    private static final int LONGEST = 200;

    /** @throws IllegalArgumentException if it is too long to be kept */
    public Cause {
        if (type.isBlank() || (type + ":" + id).length() > LONGEST) throw new IllegalArgumentException("not a cause");
    }

    @Override
    public String toString() {
        return type + ":" + id;
    }
}
