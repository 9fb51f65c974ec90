package cn.yuanlin.platform.profile;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Brings the profile of a new estate, inside the caller's transaction. */
@Component
public class ProfileImport {
    private final JdbcClient jdbc;

    ProfileImport(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws org.springframework.dao.DuplicateKeyException if the estate has a profile already */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(ProfileRow row) {
        jdbc.sql("""
                insert into profile (name, address, completed_in, developer, property_company, property_phone)
                values (?, ?, ?, ?, ?, ?)
                """)
                .param(row.name())
                .param(row.address())
                .param(row.completedIn())
                .param(row.developer())
                .param(row.propertyCompany())
                .param(row.propertyPhone())
                .update();
    }
}
