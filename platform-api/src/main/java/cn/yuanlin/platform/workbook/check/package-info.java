/** The dry run: reads a whole workbook, finds everything that is wrong with it, and writes nothing. */
@NullMarked
package cn.yuanlin.platform.workbook.check;

import org.jspecify.annotations.NullMarked;
