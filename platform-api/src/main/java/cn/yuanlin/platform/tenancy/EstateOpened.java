package cn.yuanlin.platform.tenancy;

import java.util.UUID;

/**
 * An estate became active, for the first time or again. Published in the transaction of the registry that makes it so: what a listener
 * does in the cell's tables is done with it or not at all.
 */
public record EstateOpened(UUID estate) {}
