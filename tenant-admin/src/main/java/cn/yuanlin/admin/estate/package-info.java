/** Estates and their life: applied for, verified, provisioned, active, suspended, archived. */
@ApplicationModule(allowedDependencies = {"shared", "security", "audit", "office", "cell"})
@NullMarked
package cn.yuanlin.admin.estate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
