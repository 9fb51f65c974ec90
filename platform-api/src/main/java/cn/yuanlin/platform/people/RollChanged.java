package cn.yuanlin.platform.people;

import java.util.Set;
import java.util.UUID;

/**
 * Units have other holders. Told within the transaction that changes them, once the change is written: what hangs on it changes with it, or
 * neither does.
 */
public record RollChanged(Set<UUID> units) {}
