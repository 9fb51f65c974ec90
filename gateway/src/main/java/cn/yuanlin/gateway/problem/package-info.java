/** What the gateway itself refuses, in words a resident understands (RFC 9457). */
@NullMarked
package cn.yuanlin.gateway.problem;

import org.jspecify.annotations.NullMarked;
