package cn.yuanlin.platform.disclosure;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A published notice; what is published is not edited. */
@Entity
@Immutable
class Notice {
    @Id
    private UUID id;

    private String title;
    private String body;
    private String publisher;
    private LocalDate publishedOn;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Notice() {}

    UUID id() {
        return id;
    }

    String title() {
        return title;
    }

    String body() {
        return body;
    }

    String publisher() {
        return publisher;
    }

    LocalDate publishedOn() {
        return publishedOn;
    }
}
