package cn.yuanlin.platform.ledger;

/** The five purses of an estate; every estate has each of them from the first day. */
enum FundKind {
    SHOP("共富工坊"),
    PUBLIC_INCOME("公共收益"),
    MAINTENANCE("维修资金"),
    CHARITY("公益"),
    ACTIVITIES("活动经费");

    private final String label;

    FundKind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
