package cn.yuanlin.platform.ledger;

/** The accounts each fund has. What it has to spend lies in {@link #BANK}; the others say where it came from and went. */
enum AccountKind {
    BANK("银行存款"),
    OPENING("期初余额"),
    INCOME("收入"),
    EXPENSE("支出");

    private final String label;

    AccountKind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
