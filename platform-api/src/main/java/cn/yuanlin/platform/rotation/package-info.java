/**
 * An estate's keys give way to new ones while it goes on: the new key is known everywhere before it writes, and the former one is
 * forgotten once nothing needs it.
 */
@ApplicationModule(
        displayName = "Key rotation",
        allowedDependencies = {"access", "keys", "shared", "tasks", "tenancy"})
@NullMarked
package cn.yuanlin.platform.rotation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
