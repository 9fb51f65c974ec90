/** Who did or read what in an estate: appended, never changed. */
@ApplicationModule(allowedDependencies = {"shared", "tenancy", "access"})
@NullMarked
package cn.yuanlin.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
