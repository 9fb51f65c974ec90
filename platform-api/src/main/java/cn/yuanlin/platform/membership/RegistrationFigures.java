package cn.yuanlin.platform.membership;

import java.time.LocalDate;
import java.util.List;

/**
 * How far the estate has come in getting its people in; counts only, nobody is named.
 *
 * @param units units somebody may live or work in: parking, garages and storage are left out
 * @param registered of those, units with at least one verified tie that stands today
 * @param people people with such a tie to any unit
 * @param active of those people, who came since {@code activeSince}
 * @param activeSince the first of the 30 days up to today, in Asia/Shanghai
 * @param buildings in the order people count them
 */
record RegistrationFigures(
        long units,
        long registered,
        long people,
        long active,
        LocalDate activeSince,
        List<RegisteredBuilding> buildings) {

    record RegisteredBuilding(String building, long units, long registered) {}
}
