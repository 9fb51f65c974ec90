package cn.yuanlin.platform.people;

import java.time.Instant;

/**
 * A version of the roll as staff see it.
 *
 * @param units all units
 * @param owners owners that count, joint owners of one set as one
 * @param totalAreaDm2 exclusive area that counts, in dm² (0.01 m²)
 * @param fingerprint SHA-256 in hex
 */
record FrozenRoll(int version, Instant frozenAt, int units, int owners, long totalAreaDm2, String fingerprint) {
    static FrozenRoll of(RollVersion version) {
        var figures = version.figures();
        return new FrozenRoll(
                version.version(),
                version.frozenAt(),
                figures.units(),
                figures.owners(),
                figures.totalArea().squareDecimetres(),
                version.fingerprint());
    }
}
