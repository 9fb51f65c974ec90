/** The route table: which estate lives in which cell, for the gateway's own copy. */
@ApplicationModule(allowedDependencies = {"shared", "security"})
@NullMarked
package cn.yuanlin.admin.route;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
