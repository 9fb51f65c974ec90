/** Rate, errors and duration per route, and the busiest estates. */
@NullMarked
package cn.yuanlin.gateway.metrics;

import org.jspecify.annotations.NullMarked;
