package cn.yuanlin.admin.cell;

/**
 * Which schema versions a cell's release serves.
 *
 * @param current the newest it knows, the one new estates get
 * @param minimum the oldest it still serves
 */
public record SchemaVersions(int current, int minimum) {}
