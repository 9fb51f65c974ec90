/** What every feature speaks: problems, pages, ids, the clock. No feature noun lives here. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package cn.yuanlin.admin.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
