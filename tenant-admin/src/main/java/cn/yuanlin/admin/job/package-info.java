/** Ordering background work, and what there is to know about it; each feature declares its own. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package cn.yuanlin.admin.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
