/** The figures of one's area on one page; reads what other features keep and changes nothing. */
@ApplicationModule(allowedDependencies = {"shared", "security", "audit"})
@NullMarked
package cn.yuanlin.admin.overview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
