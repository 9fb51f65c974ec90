/** Who holds which unit, in versions that never change, and who may do what in the estate. */
@ApplicationModule(
        displayName = "Owner roll and membership",
        allowedDependencies = {
            "access",
            "audit",
            "export",
            "keys",
            "media",
            "message",
            "personaldata",
            "provisioning",
            "shared",
            "tenancy"
        })
@NullMarked
package cn.yuanlin.platform.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
