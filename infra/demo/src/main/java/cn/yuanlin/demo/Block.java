package cn.yuanlin.demo;

import cn.yuanlin.demo.EstateBook.Building;
import cn.yuanlin.demo.EstateBook.Unit;
import java.util.ArrayList;
import java.util.List;

/**
 * One building and how its units lie. Units above each other have the same area, as they do in life.
 *
 * @param entrances 0 where there are none
 * @param doors units on a floor of an entrance
 * @param smallest area of the smallest unit in dm²
 * @param step by how much each next unit of a floor is larger, in dm²
 */
record Block(String name, int floors, int entrances, int doors, int smallest, int step, String use) {
    static Block houses(int number, int floors, int entrances, int doors, int smallest) {
        return new Block(number + "幢", floors, entrances, doors, smallest + number * 137 % 900, 1_246, "住宅");
    }

    Building building() {
        return new Building(name, floors);
    }

    List<Unit> units() {
        var units = new ArrayList<Unit>();
        for (int entrance = Math.min(1, entrances); entrance <= entrances; entrance++) {
            for (int floor = 1; floor <= floors; floor++) {
                for (int door = 1; door <= doors; door++) {
                    int area = smallest + (door - 1) * step + entrance * 28;
                    var room = floor + (door < 10 ? "0" : "") + door;
                    units.add(new Unit(
                            name, entrance == 0 ? "" : Integer.toString(entrance), room, area, "登记", use, "已售"));
                }
            }
        }
        return units;
    }
}
