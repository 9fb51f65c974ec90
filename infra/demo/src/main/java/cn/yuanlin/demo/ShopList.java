package cn.yuanlin.demo;

import cn.yuanlin.demo.EstateBook.Shop;
import java.util.ArrayList;
import java.util.List;

/** Reads a list of small shops: {@code 名称|类型|地址|营业时间|服务能力}. */
final class ShopList {
    private ShopList() {}

    /** @param area code of the invented telephone numbers */
    static List<Shop> read(String resource, String area) {
        var shops = new ArrayList<Shop>();
        for (var line : Lines.of(resource)) {
            var parts = line.split("\\|", 5);
            var phone = Invented.landline(area, shops.size() + 1);
            shops.add(new Shop(parts[0], parts[1], phone, parts[2], parts[3], parts[4]));
        }
        return shops;
    }
}
