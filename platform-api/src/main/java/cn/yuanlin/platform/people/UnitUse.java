package cn.yuanlin.platform.people;

/** What a unit is for. */
public enum UnitUse {
    HOUSE,
    SHOP,
    OFFICE,
    PARKING,
    GARAGE,
    /** Counts where it is a unit of its own: the rules leave out parking and garages only. */
    STORAGE,
    OTHER;

    /** Parking spaces and garages count neither as area nor as an owner (Ningbo regulation art. 18 par. 2). */
    public boolean counts() {
        return this != PARKING && this != GARAGE;
    }
}
