package cn.yuanlin.platform.workbook.sheet;

import java.util.List;

/** A small shop as the workbook lists it. What is not known is empty. */
public record ShopRow(String name, String kind, String phone, String address, String hours, List<String> services) {}
