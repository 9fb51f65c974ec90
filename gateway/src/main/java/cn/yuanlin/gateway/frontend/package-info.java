/** The front ends, served from directories. */
@NullMarked
package cn.yuanlin.gateway.frontend;

import org.jspecify.annotations.NullMarked;
