/** What an uploaded file is, read without trusting a byte of it, and what is left of it. Knows no estate and no database. */
@NullMarked
package cn.yuanlin.platform.media.file;

import org.jspecify.annotations.NullMarked;
