package cn.yuanlin.platform.profile;

import org.jspecify.annotations.Nullable;

/**
 * What members read about their estate.
 *
 * @param completedIn year the first building was handed over
 */
record EstateProfile(
        String name,
        String address,
        @Nullable Integer completedIn,
        @Nullable String developer,
        @Nullable String propertyCompany,
        @Nullable String propertyPhone) {}
