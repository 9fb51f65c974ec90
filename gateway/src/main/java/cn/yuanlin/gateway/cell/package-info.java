/** How a cell is called: its own connections, retries, breaker and time limits. */
@NullMarked
package cn.yuanlin.gateway.cell;

import org.jspecify.annotations.NullMarked;
