/** The realm as the control plane administers it: accounts, temporary passwords, one organization per estate. */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package cn.yuanlin.admin.keycloak;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
