/** Street and community offices and their staff: who answers for which area. */
@ApplicationModule(allowedDependencies = {"shared", "security", "audit", "keycloak"})
@NullMarked
package cn.yuanlin.admin.office;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
