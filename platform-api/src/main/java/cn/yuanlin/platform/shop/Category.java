package cn.yuanlin.platform.shop;

import java.util.UUID;

/**
 * A shelf of the shop.
 *
 * @param products how many are on sale
 */
record Category(UUID id, String name, int products) {}
