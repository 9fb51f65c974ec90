package cn.yuanlin.platform.workbook.check;

import java.time.LocalDate;

/**
 * What the platform knows before it looks into the workbook.
 *
 * @param slug of the estate the workbook is uploaded for
 * @param name of that estate
 * @param today in Asia/Shanghai
 */
public record Expected(String slug, String name, LocalDate today) {}
