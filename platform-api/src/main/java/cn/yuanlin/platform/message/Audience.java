package cn.yuanlin.platform.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.yuanlin.platform.access.Role;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Who is told. */
public sealed interface Audience {
    int MOST_PERSONS = 10_000;

    /** These, whatever they are in the estate. @param subjects at most {@value #MOST_PERSONS}; more are told by role */
    record Persons(Set<String> subjects) implements Audience {
        public Persons {
            if (subjects.isEmpty() || subjects.size() > MOST_PERSONS)
                throw new IllegalArgumentException("nobody, or too many: " + subjects.size());
            subjects = Set.copyOf(subjects);
        }
    }

    /** Whoever has one of these roles when the message reaches them in the list. */
    record Holders(Set<Role> roles) implements Audience {
        public Holders {
            if (roles.isEmpty()) throw new IllegalArgumentException("no role");
            roles = Set.copyOf(roles);
        }
    }

    static Audience person(String subject) {
        return new Persons(Set.of(subject));
    }

    static Audience everybodyWith(Role... roles) {
        return new Holders(Set.of(roles));
    }

    /** As kept: the kind, then its values in order, so that equal audiences have equal texts. */
    default List<String> kept() {
        var texts = new ArrayList<String>();
        switch (this) {
            case Persons(var subjects) -> {
                texts.add("PERSONS");
                texts.addAll(new TreeSet<>(subjects));
            }
            case Holders(var roles) -> {
                texts.add("HOLDERS");
                texts.addAll(roles.stream().map(Role::name).collect(Collectors.toCollection(TreeSet::new)));
            }
        }
        return List.copyOf(texts);
    }

    /** Of what {@link #kept()} made. */
    static Audience of(List<String> kept) {
        var values = Set.copyOf(kept.subList(1, kept.size()));
        return switch (kept.getFirst()) {
            case "PERSONS" -> new Persons(values);
            case "HOLDERS" -> new Holders(values.stream().map(Role::valueOf).collect(Collectors.toSet()));
            default -> throw new IllegalStateException("kept by another release: " + kept.getFirst());
        };
    }

    /** 32 bytes, equal for equal audiences. */
    default byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", kept()).getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
