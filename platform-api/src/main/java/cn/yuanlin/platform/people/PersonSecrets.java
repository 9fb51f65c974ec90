package cn.yuanlin.platform.people;

/** What only the estate's key can make or read. */
interface PersonSecrets {
    byte[] encrypt(String plain);

    String decrypt(byte[] cipher);

    /** Keyed hash of 32 bytes; the same text gives the same hash within one estate. */
    byte[] hash(String plain);
}
