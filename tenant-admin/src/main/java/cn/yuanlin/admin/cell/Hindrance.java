package cn.yuanlin.admin.cell;

/**
 * Why a person can't leave an estate yet.
 *
 * @param estate its name
 * @param why in the cell's words, for the person
 */
public record Hindrance(String estate, String why) {}
