/** Everything an estate owns in one zip that needs no program of ours to be read. */
@ApplicationModule(allowedDependencies = {"shared", "tenancy", "access", "audit"})
@NullMarked
package cn.yuanlin.platform.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
