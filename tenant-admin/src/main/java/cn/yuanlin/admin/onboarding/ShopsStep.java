package cn.yuanlin.admin.onboarding;

import cn.yuanlin.admin.shoplist.ShopList;
import org.springframework.stereotype.Component;

/** The shops of the workbook are on the community's list, and the estate's directory shows them. */
@Component
class ShopsStep implements OnboardingStep {
    private final ShopList shops;

    ShopsStep(ShopList shops) {
        this.shops = shops;
    }

    @Override
    public StepName name() {
        return StepName.SHOPS;
    }

    @Override
    public StepOutcome execute(Work work) {
        return new StepOutcome.Done("已登记" + shops.takeFrom(work.estate(), work.workbook()) + "家小店");
    }

    @Override
    public void undo(Work work) {
        shops.forget(work.estate().id());
    }
}
