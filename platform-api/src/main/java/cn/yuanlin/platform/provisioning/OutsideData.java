package cn.yuanlin.platform.provisioning;

/** What a feature keeps of an estate outside the database. It contributes one, as a bean. */
public interface OutsideData {
    /**
     * Deletes all of it, while the estate is being removed; again is harmless.
     *
     * @param schema the estate's
     */
    void destroy(String schema);
}
