/** What is the same for every request: its id, and how refusals and faults are answered. */
@ApplicationModule(allowedDependencies = {"shared", "access", "tenancy"})
@NullMarked
package cn.yuanlin.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
