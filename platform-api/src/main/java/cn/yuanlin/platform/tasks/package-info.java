/** Work of an estate that is not done within a request: due at a time, gone on with by another process when one is killed. */
@ApplicationModule(allowedDependencies = {"shared", "tenancy"})
@NullMarked
package cn.yuanlin.platform.tasks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
