/** The community offices' lists of small shops; an estate's directory is a projection of its community's list. */
@ApplicationModule(allowedDependencies = {"shared", "estate", "cell"})
@NullMarked
package cn.yuanlin.admin.shoplist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
