package cn.yuanlin.platform.profile;

import org.jspecify.annotations.Nullable;

/**
 * What an estate says about itself, to import once.
 *
 * @param completedIn year the first building was handed over
 * @param developer,propertyCompany companies, or null if not known
 * @param propertyPhone business number of the property company's desk
 */
public record ProfileRow(
        String name,
        String address,
        @Nullable Integer completedIn,
        @Nullable String developer,
        @Nullable String propertyCompany,
        @Nullable String propertyPhone) {}
