/** Proofs that need the whole platform, not one service. */
@org.jspecify.annotations.NullMarked
package cn.yuanlin.proof;
