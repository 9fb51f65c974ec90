package cn.yuanlin.admin.shoplist;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.admin.support.CellTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class ShopListTest extends CellTest {
    @Autowired
    private ShopList shops;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void aLongSheetIsReadOnceAndTakenWhole() {
        cell.shops(2_345);

        var estate = activeEstate();

        assertThat(cell.tenants().get(estate).directory())
                .hasSize(2_345)
                .startsWith("小店1", "小店2")
                .endsWith("小店2345");
        assertThat(cell.callsLike("GET /internal/estates/" + estate + "/workbooks/.*/shops"))
                .isEqualTo(1);
    }

    @Test
    void aShopThatTheListKnowsIsNotChangedByAnotherEstatesWorkbook() {
        cell.shopWithPhone("小面馆", "0574-1");
        var first = activeEstate();
        cell.shopWithPhone("小面馆", "0574-2");

        var second = activeEstate();

        assertThat(phones()).containsExactly("0574-1");
        assertThat(cell.tenants().get(first).directory()).containsExactly("小面馆");
        assertThat(cell.tenants().get(second).directory()).containsExactly("小面馆");
    }

    @Test
    void forgettingAnEstateLeavesTheOthersListAsItWas() {
        cell.shopWithPhone("小面馆", "0574-1");
        activeEstate();
        cell.shopWithPhone("小面馆", "0574-2");
        var second = activeEstate();

        transaction.executeWithoutResult(status -> shops.forget(second));

        assertThat(phones()).containsExactly("0574-1");
        assertThat(listings(second)).isZero();
    }

    @Test
    void theLastEstateTakesItsShopsAlong() {
        cell.shops(3);
        var only = activeEstate();

        transaction.executeWithoutResult(status -> shops.forget(only));

        assertThat(phones()).isEmpty();
    }

    private List<String> phones() {
        return owner.sql("select phone from control.shop where community_id = ?")
                .param(community)
                .query(String.class)
                .list();
    }

    private int listings(UUID estate) {
        return owner.sql("select count(*) from control.shop_listing where estate_id = ?")
                .param(estate)
                .query(Integer.class)
                .single();
    }
}
