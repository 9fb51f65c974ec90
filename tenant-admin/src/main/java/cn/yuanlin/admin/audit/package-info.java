/** The trail of every act: who, what, to what, in whose area. Append only; holds no resident's personal data. */
@ApplicationModule(allowedDependencies = {"shared", "security"})
@NullMarked
package cn.yuanlin.admin.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
