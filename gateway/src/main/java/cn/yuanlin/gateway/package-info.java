/** The one public door: routes estates to their cells. */
@org.jspecify.annotations.NullMarked
package cn.yuanlin.gateway;
