/** Types of three features and more: exact quantities. No feature noun, no I/O. */
@ApplicationModule(displayName = "Shared types", type = ApplicationModule.Type.OPEN)
@NullMarked
package cn.yuanlin.platform.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
