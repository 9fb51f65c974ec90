/** The small shops around an estate: a copy of the offices' list, never edited here. */
@ApplicationModule(
        displayName = "Directory of shops",
        allowedDependencies = {"access", "provisioning", "shared", "tenancy"})
@NullMarked
package cn.yuanlin.platform.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
