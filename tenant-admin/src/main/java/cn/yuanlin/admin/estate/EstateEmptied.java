package cn.yuanlin.admin.estate;

import java.util.UUID;

/** The estate's cell holds nothing of it any more; published in the transaction that records it. */
public record EstateEmptied(UUID estate) {}
