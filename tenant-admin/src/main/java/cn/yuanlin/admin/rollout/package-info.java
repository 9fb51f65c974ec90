/** Roll-outs of a schema version over existing estates: canaries first, then waves, resumable, stopped by failures. */
@ApplicationModule(allowedDependencies = {"shared", "security", "audit", "estate", "cell", "job"})
@NullMarked
package cn.yuanlin.admin.rollout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
