/** The cells in which estates live: which there are, how full, how well, and the client of their internal API. */
@ApplicationModule(allowedDependencies = {"shared", "security", "keycloak"})
@NullMarked
package cn.yuanlin.admin.cell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
