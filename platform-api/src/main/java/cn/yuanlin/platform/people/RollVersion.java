package cn.yuanlin.platform.people;

import java.time.Instant;

/**
 * A roll that never changes again.
 *
 * @param fingerprint SHA-256 in hex over its lines, see {@link RollFingerprint}
 */
public record RollVersion(int version, Instant frozenAt, RollFigures figures, String fingerprint) {}
