package cn.yuanlin.admin.office;

import java.util.UUID;

/** An office bears another name now; published in the transaction that changed it. */
public record OfficeRenamed(UUID office, String name) {}
