package cn.yuanlin.platform.tasks;

import java.util.UUID;

/** What one order is for; as text {@code <estate>/<subject>}. */
record TaskKey(UUID estate, UUID subject) {
    /** @throws IllegalArgumentException if the text has another form */
    static TaskKey parse(String text) {
        var slash = text.indexOf('/');
        if (slash < 0) throw new IllegalArgumentException("not a task's key: " + text);
        return new TaskKey(UUID.fromString(text.substring(0, slash)), UUID.fromString(text.substring(slash + 1)));
    }

    @Override
    public String toString() {
        return estate + "/" + subject;
    }
}
