package cn.yuanlin.demo;

import cn.yuanlin.demo.EstateBook.Product;
import cn.yuanlin.demo.EstateBook.Reference;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Reads a shelf. What is not written there is made up: stock, and most prices outside. */
final class ProductList {
    private static final LocalDate LOOKED_AT = LocalDate.of(2025, 10, 8);

    private final Random random;
    private String category = "";
    private String source = "";

    private ProductList(long seed) {
        this.random = new Random(seed);
    }

    static List<Product> read(String resource) {
        var list = new ProductList(resource.hashCode());
        var products = new ArrayList<Product>();
        for (var line : Lines.of(resource)) {
            if (line.startsWith("=")) list.shelf(line.substring(1));
            else list.products(line, products);
        }
        return products;
    }

    /** {@code 分类 @ 参考价来源}. */
    private void shelf(String line) {
        var parts = line.split("@", 2);
        category = parts[0].strip();
        source = parts[1].strip();
    }

    /** {@code 名称: 规格/单位/售价<参考价, 规格/单位/售价}. */
    private void products(String line, List<Product> products) {
        int colon = line.indexOf(':');
        var name = line.substring(0, colon).strip();
        for (var variant : line.substring(colon + 1).split(",", -1)) {
            var parts = variant.strip().split("/", 3);
            var prices = parts[2].split("<", 2);
            long price = fen(prices[0]);
            var reference = prices.length == 2 ? reference(fen(prices[1])) : guessed(price);
            products.add(new Product(category, name, parts[0], parts[1], price, reference, stock()));
        }
    }

    /** A tenth to a third more than here, in whole ten fen; for one product in eight nobody looked. */
    private @Nullable Reference guessed(long price) {
        int more = 110 + random.nextInt(23);
        return random.nextInt(8) == 0 ? null : reference((price * more / 100 + 10) / 10 * 10);
    }

    private Reference reference(long fen) {
        return new Reference(fen, source, LOOKED_AT.plusDays(random.nextInt(20)));
    }

    /** One product in twenty is sold out. */
    private int stock() {
        return random.nextInt(20) == 0 ? 0 : 5 + random.nextInt(240);
    }

    private static long fen(String yuan) {
        return new BigDecimal(yuan.strip()).movePointRight(2).longValueExact();
    }
}
