package cn.yuanlin.demo;

import cn.yuanlin.demo.EstateBook.Opening;
import cn.yuanlin.demo.EstateBook.Person;
import cn.yuanlin.demo.EstateBook.Profile;
import cn.yuanlin.demo.EstateBook.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The four estates of the demo. Figures of 迪赛缘园 and 黎园 follow what was reported of them; 青禾里 does not exist. */
final class DemoEstates {
    /** Before what {@code past.json} tells of the rolls. */
    private static final LocalDate ROLL_DAY = LocalDate.of(2024, 12, 31);

    private static final LocalDate BALANCE_DAY = LocalDate.of(2025, 9, 30);

    private DemoEstates() {}

    static List<EstateBook> all() {
        return List.of(disaiYuanyuan(), linyuan(), liyuan(), qingheLi());
    }

    /** 32 buildings, 1,000 units, a shop with more than 480 products; 15 units still with the developer. */
    private static EstateBook disaiYuanyuan() {
        var blocks = new ArrayList<Block>();
        IntStream.rangeClosed(1, 12).forEach(number -> blocks.add(Block.houses(number, 6, 2, 2, 8_862)));
        IntStream.rangeClosed(13, 24).forEach(number -> blocks.add(Block.houses(number, 6, 3, 2, 9_118)));
        IntStream.rangeClosed(25, 31).forEach(number -> blocks.add(Block.houses(number, 9, 2, 2, 10_340)));
        blocks.add(new Block("32幢", 2, 0, 14, 3_820, 245, "商业"));
        var units = unsold(
                units(blocks),
                unit -> unit.building().equals("30幢") && unit.room().matches("[89]0.")
                        || unit.building().equals("32幢") && unit.room().startsWith("21"),
                "未售");
        units = unsold(
                units, unit -> unit.building().equals("31幢") && unit.room().equals("901"), "未交付");
        var openings = List.of(
                opening("共富工坊", "商城经营结余", 3_864_250, "2025年三季度经营报表"),
                opening("公共收益", "停车场地使用费结余", 14_287_660, "专用账户对账单"),
                opening("公共收益", "广告和场地收入结余", 4_355_360, "专用账户对账单"),
                opening("维修资金", "专项维修资金账户余额", 384_271_685, "维修资金查询单"),
                opening("公益", "每笔订单捐出0.1元累计", 103_640, "公益台账"),
                opening("活动经费", "社区活动经费结余", 460_000, "活动经费台账"));
        return book("disai-yuanyuan", 1, "0574", new Estate("迪赛缘园", "宁波市海曙区集士港镇春华路", 2014), blocks, units, openings);
    }

    private static EstateBook linyuan() {
        var blocks = new ArrayList<Block>();
        IntStream.rangeClosed(1, 8).forEach(number -> blocks.add(Block.houses(number, 6, 2, 2, 7_640)));
        blocks.add(new Block("9幢", 1, 0, 6, 4_120, 310, "商业"));
        var openings = List.of(
                opening("共富工坊", "商城备用金", 800_000, "业委会会议纪要"),
                opening("公共收益", "停车和场地收入结余", 2_946_180, "专用账户对账单"),
                opening("维修资金", "专项维修资金账户余额", 61_530_920, "维修资金查询单"));
        return book("linyuan", 2, "0574", new Estate("邻苑", "宁波市海曙区集士港镇春华路邻苑", 2009), blocks, units(blocks), openings);
    }

    /** Old flats in 黎园社区, and the 64 small shops around them. */
    private static EstateBook liyuan() {
        var blocks = new ArrayList<Block>();
        IntStream.rangeClosed(1, 16).forEach(number -> blocks.add(Block.houses(number, 6, 3, 2, 4_236)));
        var openings = List.of(
                opening("共富工坊", "共富小站备用金", 300_000, "社区会议纪要"),
                opening("公共收益", "场地收入结余", 1_863_540, "专用账户对账单"),
                opening("维修资金", "专项维修资金账户余额", 48_217_330, "维修资金查询单"),
                opening("公益", "爱心捐款结余", 256_800, "公益台账"));
        return book("liyuan", 3, "0571", new Estate("黎园小区", "杭州市拱墅区朝晖街道黎园路", 1992), blocks, units(blocks), openings);
    }

    /** Shows what the others lack: an underground garage whose places are owned one by one. */
    private static EstateBook qingheLi() {
        var blocks = new ArrayList<Block>();
        IntStream.rangeClosed(1, 3).forEach(number -> blocks.add(Block.houses(number, 11, 1, 2, 11_520)));
        blocks.add(new Block("地下车库", 1, 0, 60, 1_272, 0, "车位"));
        var openings = List.of(
                opening("公共收益", "广告收入结余", 520_000, "专用账户对账单"), opening("维修资金", "专项维修资金账户余额", 19_840_000, "维修资金查询单"));
        return book(
                "qinghe-li", 4, "0571", new Estate("青禾里", "杭州市拱墅区朝晖街道青禾路（虚构）", 2021), blocks, units(blocks), openings);
    }

    private record Estate(String name, String address, int completedIn) {}

    private static EstateBook book(
            String slug,
            int number,
            String area,
            Estate estate,
            List<Block> blocks,
            List<Unit> units,
            List<Opening> openings) {
        var developer = estate.name() + "建设开发公司（示例）";
        var holders = new Roll(number, developer).of(units);
        Person contact = holders.get(7).person();
        var profile = new Profile(
                estate.name(),
                estate.address(),
                estate.completedIn(),
                developer,
                estate.name() + "物业服务公司（示例）",
                Invented.landline(area, 9_000 + number),
                contact,
                ROLL_DAY);
        return new EstateBook(
                slug,
                profile,
                blocks.stream().map(Block::building).toList(),
                units,
                holders,
                ProductList.read(slug + "-products.txt"),
                ShopList.read(slug + "-shops.txt", area),
                openings,
                NoticeList.read(slug + "-notices.txt"));
    }

    private static List<Unit> units(List<Block> blocks) {
        return blocks.stream().flatMap(block -> block.units().stream()).toList();
    }

    /** Marks units the developer still holds; their areas come from the survey, not from the register. */
    private static List<Unit> unsold(List<Unit> units, Predicate<Unit> which, String state) {
        return units.stream()
                .map(unit -> which.test(unit)
                        ? new Unit(
                                unit.building(),
                                unit.entrance(),
                                unit.room(),
                                unit.squareDecimetres(),
                                "测绘",
                                unit.use(),
                                state)
                        : unit)
                .toList();
    }

    private static Opening opening(String fund, String item, long fen, String voucher) {
        return new Opening(fund, item, fen, BALANCE_DAY, voucher);
    }
}
