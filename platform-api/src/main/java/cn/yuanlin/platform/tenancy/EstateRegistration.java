package cn.yuanlin.platform.tenancy;

import java.util.UUID;

/** What the control plane says about an estate that is to live, or lives, in this cell. */
public record EstateRegistration(
        UUID id,
        String schema,
        String slug,
        String name,
        String city,
        UUID communityId,
        String communityName,
        UUID streetId,
        String streetName) {}
