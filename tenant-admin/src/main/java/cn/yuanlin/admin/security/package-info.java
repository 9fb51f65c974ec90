/** Who may call what: tokens, the rule each endpoint carries, and the area of a caller. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package cn.yuanlin.admin.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
