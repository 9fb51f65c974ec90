/** How much is too much: requests per client and estate, bytes per body. */
@NullMarked
package cn.yuanlin.gateway.limit;

import org.jspecify.annotations.NullMarked;
