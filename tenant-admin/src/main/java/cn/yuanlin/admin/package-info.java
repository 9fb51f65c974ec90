/** The control plane: offices, estates, onboarding, roll-outs. */
@org.jspecify.annotations.NullMarked
package cn.yuanlin.admin;
