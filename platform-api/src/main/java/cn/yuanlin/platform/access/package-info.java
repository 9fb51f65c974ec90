/** Who may call what: tokens, membership, and one annotation that every handler must carry. */
@ApplicationModule(allowedDependencies = {"shared", "tenancy"})
@NullMarked
package cn.yuanlin.platform.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
