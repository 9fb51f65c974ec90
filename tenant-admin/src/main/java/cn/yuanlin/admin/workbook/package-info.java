/** Onboarding workbooks: they pass through to the estate's cell; control keeps hash, counts and where the errors are. */
@ApplicationModule(allowedDependencies = {"shared", "security", "audit", "estate", "cell"})
@NullMarked
package cn.yuanlin.admin.workbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
