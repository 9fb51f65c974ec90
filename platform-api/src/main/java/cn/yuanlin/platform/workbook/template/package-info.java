/** Writes workbooks: the empty template, and the copy of an upload in which wrong cells are marked. */
@NullMarked
package cn.yuanlin.platform.workbook.template;

import org.jspecify.annotations.NullMarked;
