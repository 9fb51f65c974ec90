/** What every request passes before any rule: its id, a sane path, security headers, origins, slow senders. */
@NullMarked
package cn.yuanlin.gateway.entry;

import org.jspecify.annotations.NullMarked;
