package cn.yuanlin.admin.shared;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An answer of refusal on its way to the caller. Use cases return outcomes; controllers turn an outcome into this.
 * Carries no stack trace: it is not a fault.
 */
public final class Refusal extends RuntimeException {
    /** One wrong field of the request. */
    public record FieldError(String field, String detail) {}

    private final ProblemType type;
    private final transient List<FieldError> errors;
    private final transient Map<String, Object> members;

    Refusal(ProblemType type, String detail) {
        this(type, detail, List.of(), Map.of());
    }

    private Refusal(ProblemType type, String detail, List<FieldError> errors, Map<String, Object> members) {
        super(detail);
        this.type = type;
        this.errors = List.copyOf(errors);
        this.members = Map.copyOf(members);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    /** The same refusal, naming a wrong field. */
    public Refusal at(String field, String detail) {
        var more = new ArrayList<>(errors);
        more.add(new FieldError(field, detail));
        return new Refusal(type, message(), more, members);
    }

    /** The same refusal with one more member in the problem document. */
    public Refusal with(String name, Object value) {
        var more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new Refusal(type, message(), errors, more);
    }

    public ProblemType type() {
        return type;
    }

    public String message() {
        return String.valueOf(getMessage());
    }

    List<FieldError> errors() {
        return errors;
    }

    Map<String, Object> members() {
        return members;
    }
}
