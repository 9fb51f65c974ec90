/**
 * An uploaded .xlsx, read by streaming and without trust: what is hostile, damaged or no workbook at all is refused with a
 * sentence for the clerk, and what is read stays within fixed bounds of memory.
 */
@NullMarked
package cn.yuanlin.platform.workbook.file;

import org.jspecify.annotations.NullMarked;
