/** What is published for everybody to see. */
@ApplicationModule(displayName = "Disclosure")
@NullMarked
package cn.yuanlin.platform.disclosure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
