package cn.yuanlin.admin.security;

import java.util.Set;
import java.util.UUID;

/** Answers which area a member of staff has now; the feature that keeps the staff implements it. */
public interface OfficeAreas {
    /**
     * @param subject Keycloak's id of the account
     * @param claimed the offices the token claims; necessary, never sufficient
     * @return the area the staff rows give for claimed offices; {@link Area#NOWHERE} when there is none
     */
    Area of(String subject, Set<UUID> claimed);
}
