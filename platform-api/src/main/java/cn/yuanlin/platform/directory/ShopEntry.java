package cn.yuanlin.platform.directory;

import java.util.List;
import java.util.UUID;

/**
 * A small shop as everybody may see it; all of it is business data.
 *
 * @param kind such as {@code 理发}
 * @param hours as the shop puts it, such as {@code 08:00-21:00}
 * @param services what it can do for residents, such as {@code 上门理发}
 */
record ShopEntry(
        UUID id, String name, String kind, String phone, String address, String hours, List<String> services) {}
