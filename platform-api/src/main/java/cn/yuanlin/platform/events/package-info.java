/**
 * Events between features: written in the transaction that caused them, delivered at least once, in order within an estate, in a
 * transaction of the estate that also notes that they are done.
 */
@ApplicationModule(allowedDependencies = {"shared", "tenancy", "access"})
@NullMarked
package cn.yuanlin.platform.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
