/**
 * The one model of the onboarding workbook: which sheets and columns it has and what each cell may hold. The template, the reader,
 * the checks and the marked copy are all driven by it.
 */
@NullMarked
package cn.yuanlin.platform.workbook.sheet;

import org.jspecify.annotations.NullMarked;
