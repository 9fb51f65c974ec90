package cn.yuanlin.demo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one onboarding workbook says. */
record EstateBook(
        String slug,
        Profile profile,
        List<Building> buildings,
        List<Unit> units,
        List<Holder> holders,
        List<Product> products,
        List<Shop> shops,
        List<Opening> openings,
        List<Notice> notices) {

    /**
     * @param contact the committee's first member, who is invited
     * @param rollDay the day of which units and holders are
     */
    record Profile(
            String name,
            String address,
            int completedIn,
            String developer,
            String propertyCompany,
            String propertyPhone,
            Person contact,
            LocalDate rollDay) {}

    /** @param name as it stands in the sheet, e.g. {@code 3幢} */
    record Building(String name, int floors) {}

    /**
     * @param entrance empty where there is none
     * @param squareDecimetres exclusive area in dm² (0.01 m²)
     */
    record Unit(
            String building,
            String entrance,
            String room,
            int squareDecimetres,
            String areaSource,
            String use,
            String state) {

        /** As residents write it. */
        String door() {
            if (!building.endsWith("幢")) return building + "-" + room;
            return building + (entrance.isEmpty() ? "" : entrance + "单元") + room + "室";
        }

        boolean sold() {
            return state.equals("已售");
        }
    }

    /** @param document null where none is known */
    record Person(
            String name,
            String kind,
            @Nullable String phone,
            @Nullable Document document) {}

    record Document(String type, String number) {}

    /**
     * @param share a fraction; empty for the whole
     * @param nominated whether the joint owners chose this one to vote for the unit; null where there is no choice
     */
    record Holder(
            String door,
            Person person,
            String share,
            @Nullable Boolean nominated) {}

    /** @param reference what it costs outside, or null */
    record Product(
            String category,
            String name,
            String spec,
            String unit,
            long fen,
            @Nullable Reference reference,
            int stock) {}

    record Reference(long fen, String source, LocalDate on) {}

    record Shop(String name, String kind, String phone, String address, String hours, String services) {}

    record Opening(String fund, String item, long fen, LocalDate on, String voucher) {}

    record Notice(String title, String body, LocalDate on) {}
}
