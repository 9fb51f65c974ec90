/**
 * One schema per estate, and the walls between them: which estate a request is for, the database role it works in, how much of
 * the service it may use at a time.
 */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package cn.yuanlin.platform.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
