package cn.yuanlin.platform.profile;

import cn.yuanlin.platform.tenancy.Estate;
import cn.yuanlin.platform.tenancy.EstateState;

/** What everybody may know about an estate. */
record EstateCard(String slug, String name, String city, String community, String street, EstateState state) {
    static EstateCard of(Estate estate) {
        return new EstateCard(
                estate.slug(),
                estate.name(),
                estate.city(),
                estate.communityName(),
                estate.streetName(),
                estate.state());
    }
}
