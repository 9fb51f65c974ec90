package cn.yuanlin.platform.disclosure;

import java.time.LocalDate;

/**
 * A published notice to import.
 *
 * @param body plain text, paragraphs separated by line breaks
 * @param publisher such as {@code 业委会}
 * @param publishedOn day in Asia/Shanghai
 */
public record NoticeRow(String title, String body, String publisher, LocalDate publishedOn) {}
