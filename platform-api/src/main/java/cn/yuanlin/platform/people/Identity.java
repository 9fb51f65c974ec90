package cn.yuanlin.platform.people;

import java.util.Locale;

/** What makes two rows the same person. */
final class Identity {
    private Identity() {}

    /**
     * The document, where one is known; else name and phone; else a company's or developer's name. A natural person of
     * whom only the name is known is somebody else in each unit: namesakes must not become one owner.
     */
    static String of(HoldingRow row) {
        if (row.idNumber() != null)
            return "DOCUMENT\t" + row.idType() + "\t" + row.idNumber().toUpperCase(Locale.ROOT);
        if (row.phone() != null) return "PHONE\t" + row.phone() + "\t" + row.holder();
        if (row.kind() != HolderKind.PERSON) return "COMPANY\t" + row.holder();
        return "UNIT\t" + row.unit().dashed() + "\t" + row.holder();
    }
}
