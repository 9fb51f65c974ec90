package cn.yuanlin.platform.profile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** The one row in which an estate describes itself. */
@Entity
@Immutable
class Profile {
    @Id
    @Column(name = "only_row")
    private boolean only;

    private String name;
    private String address;
    private @Nullable Short completedIn;
    private @Nullable String developer;
    private @Nullable String propertyCompany;
    private @Nullable String propertyPhone;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Profile() {}

    EstateProfile shown() {
        return new EstateProfile(
                name,
                address,
                completedIn == null ? null : completedIn.intValue(),
                developer,
                propertyCompany,
                propertyPhone);
    }
}
