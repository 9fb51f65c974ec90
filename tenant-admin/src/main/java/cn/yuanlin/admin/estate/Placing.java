package cn.yuanlin.admin.estate;

/** What became of asking for a place in a cell. */
public sealed interface Placing {
    /** @param cell the cell's code */
    record Placed(String cell) implements Placing {}

    /** All cells are full. */
    record NoRoom() implements Placing {}

    /** Only an estate that is being brought on board gets a place. */
    record NotFrom(EstateState state) implements Placing {}
}
