/** Measures the platform against a floor: the same work done by the plainest means, in the same run. */
@org.jspecify.annotations.NullMarked
package cn.yuanlin.bench;
