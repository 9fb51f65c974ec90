package cn.yuanlin.platform.tenancy;

/** Where an estate stands in this cell. */
public enum EstateState {
    /** Registered: workbooks can be staged, there is no schema. */
    STAGED,
    /** Has a schema, is not open yet. */
    PROVISIONED,
    ACTIVE,
    /** Can be read; people's writes are refused. */
    SUSPENDED,
    /** Closed to everybody, waits to be deleted. */
    ARCHIVED;

    /** Whether requests of residents and the public are answered at all. */
    public boolean isOpen() {
        return this == ACTIVE || this == SUSPENDED;
    }
}
