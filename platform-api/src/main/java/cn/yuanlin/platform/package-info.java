/** The data plane of one cell: every estate that lives here, one schema each. */
@org.jspecify.annotations.NullMarked
package cn.yuanlin.platform;
