/** What an estate says about itself. */
@ApplicationModule(
        displayName = "Estate profile",
        allowedDependencies = {"access", "shared", "tenancy"})
@NullMarked
package cn.yuanlin.platform.profile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
